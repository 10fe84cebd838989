"""Putting back what a walk did on the phone, by hand, as a person can."""

from __future__ import annotations

from simulator.player import Player


def tidy_phone(player: Player) -> None:
    """No call left, the genuine callers called back and answered as a solution does, every SMS with the others, the messages on show."""
    silence(player)
    for caller in phone(player).callers:
        if caller.number and caller.number == caller.true_number and caller.id in phone(player).rung:
            call_back(player, caller)
            silence(player)
    for sms in phone(player).sms:
        if sms.deleted and not player.practice.state.ended:
            player.do({"adresse": f"https://telephone.example/message/{sms.id}"})
            player.click("sms-remettre")
    if player.page.find("tel-messages"):
        player.click("tel-messages")


def phone(player: Player):
    return player.practice.world.sites["telephone"]


def silence(player: Player) -> None:
    for name in ("refuser", "tel-appel", "raccrocher") * (1 + len(phone(player).callers)):
        if player.page.find(name) and not player.practice.state.ended:
            player.click(name)


def call_back(player: Player, caller) -> None:
    dangerous = {v for rule in player.practice.scenario.prohibitions for v in rule.where.get("choix", {}).get("parmi", ())}
    steps = [
        s["clic"] for way in player.practice.scenario.solutions for s in way.steps if str(s.get("clic")).startswith("reponse-")
    ]
    if player.practice.state.ended or {c.id for t in caller.turns for c in t.choices} & dangerous:
        return
    player.click("tel-appels")
    button = next((e for e in player.page.clicks if e.args.get("numero") == caller.number), None)
    player.click(button.id)
    for name in steps * 2:
        if player.page.find(name) and not player.practice.state.ended:
            player.click(name)
