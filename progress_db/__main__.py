"""`python -m progress_db backup|restore|check|rebuild|guests|unlock`: the memory, looked after from the terminal, in French."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from progress_db import backup as backups
from progress_db import check as checks
from progress_db import counsellors, door, log, people, sessions
from progress_db.engine import Db
from progress_db.errors import Damaged, StorageProblem
from progress_db.memory import Memory, open_memory

PARIS = ZoneInfo("Europe/Paris")
HERE = Path(__file__).resolve().parent.parent / "data"


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _memory(folder: Path, *, writing: bool = False) -> Iterator[tuple[Memory, Db]]:
    """The memory of an existing folder, open; raises Damaged rather than make or show another base than the one asked for."""
    if not (folder / backups.BASE).exists() and not backups.kept(folder):
        raise Damaged(f"Il n’y a pas de base de données dans {folder}.")
    memory = open_memory(folder, _now())
    try:
        if memory.problem and (writing or memory.path != folder / backups.BASE):
            raise Damaged(memory.problem)
        with memory.connection() as db:
            yield memory, db
    finally:
        memory.close()


@contextmanager
def _bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar, fed with (done, in all)."""
    with click.progressbar(length=1000, label=label, show_eta=False, show_pos=False) as bar:
        place = 0

        def told(done: int, total: int) -> None:
            nonlocal place
            new = 1000 * done // max(total, 1)
            bar.update(new - place)
            place = new

        yield told


def _paris(moment: datetime) -> str:
    return moment.astimezone(PARIS).strftime("%d/%m/%Y à %H\u00a0h\u00a0%M")


@click.group(help="La base de données de Pas à pas\u00a0: sauvegarder, remettre, vérifier.")
@click.option(
    "--dossier", type=click.Path(path_type=Path), default=None, help="Le dossier des données (sinon PAS_A_PAS_DATA, sinon data/)."
)
@click.pass_context
def cli(context: click.Context, dossier: Path | None) -> None:
    context.obj = dossier or Path(os.environ.get("PAS_A_PAS_DATA") or HERE)


@cli.command(help="Faire une sauvegarde maintenant, et la vérifier.")
@click.pass_obj
def backup(folder: Path) -> None:
    if not (folder / backups.BASE).is_file():
        raise Damaged(f"Il n’y a pas de base de données dans {folder}.")
    with _bar("Sauvegarde") as told:
        made = backups.backup(folder, _now(), told)
    gone = backups.thin(folder, _now())
    click.echo(f"Sauvegarde faite et vérifiée\u00a0: {made}")
    if gone:
        click.echo(f"Anciennes sauvegardes retirées\u00a0: {len(gone)}.")


@cli.command(help="Remettre une sauvegarde (la dernière bonne, sinon celle que vous nommez). Le site doit être arrêté.")
@click.argument("fichier", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False)
@click.option("--oui", is_flag=True, help="Ne pas demander de confirmation.")
@click.pass_obj
def restore(folder: Path, fichier: Path | None, oui: bool) -> None:
    chosen = fichier or backups.last_good(folder)
    if chosen is None:
        raise Damaged(f"Il n’y a pas de sauvegarde lisible dans {folder / backups.FOLDER}.")
    try:
        when = f"du {_paris(backups.taken_at(chosen))}"
    except ValueError:
        when = ""
    if not oui:
        click.confirm(f"Remettre la sauvegarde {chosen.name} {when}\u00a0?".replace(" \u00a0", "\u00a0"), abort=True)
    with _bar("Remise en place") as told:
        aside = backups.restore(folder, chosen, _now(), told)
    click.echo(f"La sauvegarde {when} est en place.".replace("  ", " "))
    if aside:
        click.echo(f"L’ancienne base est gardée à côté\u00a0: {aside}")


@cli.command(help="Vérifier toute la base. Sort avec 1 s’il y a un défaut.")
@click.pass_obj
def check(folder: Path) -> None:
    with _memory(folder) as (_, db), _bar("Vérification") as told:
        found = checks.problems(db, told)
        many = backups.counts(db)
    for problem in found:
        click.echo(problem)
    if found:
        raise click.exceptions.Exit(1)
    click.echo(
        f"Tout va bien\u00a0: {many['learners']} personnes, {many['events']} événements, {len(backups.kept(folder))} sauvegardes."
    )


@cli.command(help="Recalculer tous les résumés depuis l’historique.")
@click.pass_obj
def rebuild(folder: Path) -> None:
    with _memory(folder, writing=True) as (_, db), _bar("Calcul") as told:
        many = log.rebuild(db, told=told)
    click.echo(f"Résumés recalculés pour {many} personnes.")


@cli.command(help="Effacer les visiteurs sans compte qui sont partis.")
@click.option("--tous", is_flag=True, help="Effacer aussi ceux qui sont là en ce moment.")
@click.pass_obj
def guests(folder: Path, tous: bool) -> None:
    with _memory(folder, writing=True) as (_, db):
        here = [row["who"] for row in db.all("SELECT who FROM sessions WHERE role = 'guest'")] if tous else []
        for who in here:
            sessions.close_sessions_of(db, who)
        many = people.forget_old_guests(db, _now()) + len(here)
    click.echo(f"Visiteurs effacés\u00a0: {many}.")


@cli.command(help="Rouvrir une carte bloquée (nom de la personne), ou finir l’attente d’un conseiller (identifiant).")
@click.argument("qui")
@click.pass_obj
def unlock(folder: Path, qui: str) -> None:
    with _memory(folder, writing=True) as (_, db):
        found = [one for one in people.learners(db) if qui in (one.id, one.name)]
        known = [one for one in counsellors.counsellors(db) if one.login == counsellors.normal_login(qui)]
        for one in found:
            door.unlock(db, one.id)
        for one in known:
            door.unlock_counsellor(db, one.login)
    if not found and not known:
        raise click.ClickException(f"Personne ne s’appelle «\u00a0{qui}\u00a0».")
    click.echo("C’est ouvert. Rien d’autre n’a changé.")


def main() -> None:
    """Run the command; a problem of the memory is one French sentence and exit code 1."""
    try:
        cli(prog_name="python -m progress_db")
    except StorageProblem as problem:
        click.echo(problem.message, err=True)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
