"""GET /metrics, for a Prometheus on this machine only: how the place is, how long our answers take. Nothing about anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from progress_db.errors import StorageProblem
from web.house import House
from web.pages import NO_STORE, not_found
from web.vitals import vitals

HERE = ("127.0.0.1", "::1", "localhost")
KIND = "text/plain; version=0.0.4; charset=utf-8"


class _Place(Collector):
    """What is counted at the moment of the question."""

    def __init__(self, house: House) -> None:
        self._house = house

    def collect(self) -> Iterator[GaugeMetricFamily]:
        seen = vitals(self._house)
        yield GaugeMetricFamily("pas_a_pas_base_reads", "1 when the base answers", value=seen.reads)
        yield GaugeMetricFamily("pas_a_pas_base_writes", "1 when answers can be kept", value=seen.writes)
        yield GaugeMetricFamily("pas_a_pas_content_files_to_correct", "author files with a mistake", value=seen.mistakes)
        if seen.disk is not None:
            yield GaugeMetricFamily("pas_a_pas_disk_free_bytes", "left where the data are", value=seen.disk)
        if seen.backup_age is not None:
            yield GaugeMetricFamily("pas_a_pas_backup_age_seconds", "since the last backup", value=seen.backup_age)
        yield from self._counted()

    def _counted(self) -> Iterator[GaugeMetricFamily]:
        roles: Counter[str] = Counter()
        for house in self._house.each():
            try:
                with house.memory.connection() as db:
                    roles.update(
                        {row["role"]: row["many"] for row in db.all("SELECT role, count(*) AS many FROM sessions GROUP BY role")}
                    )
            except StorageProblem:
                continue
        family = GaugeMetricFamily("pas_a_pas_sessions", "open sign-in sessions", labels=["role"])
        for role, many in roles.items():
            family.add_metric([role], many)
        yield family


class Metrics:
    """The figures of one process. `seconds` is fed by the routes."""

    def __init__(self, house: House) -> None:
        self.registry = CollectorRegistry()
        self.seconds = Histogram("pas_a_pas_answer_seconds", "our own routes", ["route", "status"], registry=self.registry)
        self.registry.register(_Place(house))
        ProcessCollector(registry=self.registry)

    async def answer(self, house: House, request: Request) -> Response:
        """The page of figures. From elsewhere, or through a proxy, it does not exist."""
        if request.client is None or request.client.host not in HERE or "x-forwarded-for" in request.headers:
            return not_found()
        made = await run_in_threadpool(generate_latest, self.registry)
        return Response(made, headers={**NO_STORE, "Content-Type": KIND})
