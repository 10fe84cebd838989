"""A line that a test makes slow, stalls or cuts: a real TCP relay between the browser and the server."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass


@dataclass
class Weather:
    """What the line is like now. `latency`: seconds each way; `rate`: bytes a second each way; `stalled`: nothing passes, nothing is closed;
    `cut`: what is open is closed, and nothing more is let in."""

    latency: float = 0.0
    rate: float = 1e9
    stalled: bool = False
    cut: bool = False


class Line:
    """A relay to the server on `port`, in a thread of its own; `url` is where the browser goes."""

    def __init__(self, port: int) -> None:
        self.port, self.now = port, Weather()
        self._open: set[asyncio.StreamWriter] = set()
        self._ready, self._loop = threading.Event(), asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._server = self._loop.run_until_complete(asyncio.start_server(self._relay, "127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        self._ready.set()
        self._loop.run_forever()

    def set(self, weather: Weather) -> None:
        """From now on."""
        self.now = weather
        if weather.cut:
            self._loop.call_soon_threadsafe(self._drop)

    def close(self) -> None:
        """At the end of the test."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _stop(self) -> None:
        self._server.close()
        self._drop()
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def _drop(self) -> None:
        for one in list(self._open):
            one.transport.abort()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.now.cut:
            writer.transport.abort()
            return
        there, to_there = await asyncio.open_connection("127.0.0.1", self.port)
        self._open |= {writer, to_there}
        try:
            await asyncio.gather(self._carry(reader, to_there), self._carry(there, writer))
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            for one in (writer, to_there):
                self._open.discard(one)
                one.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(16_384):
            weather = self.now
            await asyncio.sleep(weather.latency + len(data) / weather.rate)
            while self.now.stalled:
                await asyncio.sleep(0.05)
            writer.write(data)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
