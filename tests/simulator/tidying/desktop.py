"""What a person can do by herself on the desktop: put every file back, and the windows as they were."""

from __future__ import annotations

from simulator.player import Player
from simulator.sites.desktop.starts import init

BASE = "https://bureau.example"


def tidy_desktop(player: Player) -> None:
    start = init(player.practice.scenario.world["sites"]["bureau"])
    arrived = {f.data["id"]: (f.data["nom"], "telechargements") for f in player.practice.facts if f.kind == "bureau.fichier_recu"}
    _put_back({i.id: (i.name, i.folder) for i in start.items} | arrived, player)
    for program in start.programs:
        if program.kind in ("cibles", "recopier"):
            _begin_again(player, program.id)
    for window in now(player).windows:
        _close(player, window.id)
    for window in start.windows:
        if not player.practice.state.ended:
            player.do({"adresse": f"{BASE}/{window.id}"})
        if window.reduced and not player.practice.state.ended:
            player.click(f"reduire-{window.id}")


def now(player: Player):
    return player.practice.world.sites["bureau"]


def _close(player: Player, name: str) -> None:
    if now(player).window(name) and not player.practice.state.ended:  # closing one may be the last goal
        player.do({"adresse": f"{BASE}/{name}"})
        player.click(f"croix-{name}")


def _put_back(wanted: dict[str, tuple[str, str]], player: Player) -> None:
    for name, (called, folder) in wanted.items():
        item = now(player).item(name)
        if item.folder == "corbeille" != folder:
            _do(player, "corbeille", f"remettre-{name}")
            item = now(player).item(name)
        if item.folder != folder:
            _do(player, item.folder, f"actions-{name}", f"deplacer-{name}", f"vers-{folder}")
        if item.name != called:
            _do(player, folder, f"actions-{name}", f"renommer-{name}", nouveau_nom=called)


def _do(player: Player, folder: str, *names: str, **typed: str) -> None:
    player.do({"adresse": f"{BASE}/{folder}"})
    for name in names:
        player.click(name)
    if typed:
        player.type({key.replace("_", "-"): text for key, text in typed.items()})
        player.click("nommer")


def _begin_again(player: Player, name: str) -> None:
    player.do({"adresse": f"{BASE}/{name}"})
    for _ in range(12):
        if player.page.find("cible") and not player.practice.state.ended and now(player).exercise(name).rank > 1:
            player.click("cible")
    if player.page.find("recommencer"):
        player.click("recommencer")
