"""`python -m progress_db backup|restore|check|rebuild|guests|move|purge|lieu|password|unlock`: the memory, looked after from the terminal, in French."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from progress_db import accounts, acts, counsellors, door, log, moving, organisations, people, place, sessions
from progress_db import backup as backups
from progress_db import check as checks
from progress_db import purge as purges
from progress_db.engine import Db
from progress_db.errors import Damaged, Refusal, StorageProblem
from progress_db.memory import Memory, open_memory
from progress_db.moments import in_paris

HERE = Path(__file__).resolve().parent.parent / "data"
HELP = """La base de données de Pas à pas.

  python -m progress_db [--dossier DOSSIER] COMMANDE

  backup             faire une sauvegarde maintenant, et la vérifier
  restore [FICHIER]  remettre une sauvegarde, le site étant arrêté (sans FICHIER\u00a0: la dernière bonne\u00a0; --oui\u00a0: ne rien demander)
  check              vérifier toute la base (sort avec 1 s’il y a un défaut)
  rebuild            recalculer tous les résumés depuis l’historique
  guests             effacer les visiteurs sans compte qui sont partis (--tous\u00a0: aussi ceux qui sont là)
  move ADRESSE       copier la base vers PostgreSQL (--retour\u00a0: de PostgreSQL vers un dossier vide), le site étant arrêté
  purge              effacer les personnes sans activité depuis le délai choisi, après 30 jours de préavis (--essai\u00a0: montrer seulement)
  lieu NOM           ajouter un lieu à un site qui en sert plusieurs, et donner son adresse et son code d’installation
  password IDENTIFIANT  tirer un nouveau mot de passe pour un conseiller (et ne plus demander ses 6 chiffres)
  unlock QUI         rouvrir la carte bloquée d’une personne (son nom), ou finir l’attente d’un conseiller (son identifiant)

Le dossier des données est DOSSIER, sinon PAS_A_PAS_DATA, sinon data/. Pour un lieu parmi plusieurs : data/organisations/NOM."""


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _memory(folder: Path, *, writing: bool = False) -> Iterator[tuple[Memory, Db]]:
    """The memory of an existing folder, open; raises Damaged rather than make or show another base than the one asked for."""
    url = os.environ.get("DATABASE_URL", "")
    if not url and not (folder / backups.BASE).exists() and not backups.kept(folder):
        raise Damaged(f"Il n’y a pas de base de données dans {folder}.")
    memory = open_memory(folder, _now(), url)
    try:
        if memory.problem and (writing or (not url and memory.path != folder / backups.BASE)):
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


@click.group(add_help_option=False, invoke_without_command=True)
@click.option("--dossier", type=click.Path(path_type=Path), default=None)
@click.option("--aide", "--help", "-h", "helped", is_flag=True)
@click.pass_context
def cli(context: click.Context, dossier: Path | None, helped: bool) -> None:
    context.obj = dossier or Path(os.environ.get("PAS_A_PAS_DATA") or HERE)
    if helped or context.invoked_subcommand is None:
        click.echo(HELP)
        context.exit(0 if helped else 2)


@cli.command(add_help_option=False)
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


@cli.command(add_help_option=False)
@click.argument("fichier", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False)
@click.option("--oui", is_flag=True)
@click.pass_obj
def restore(folder: Path, fichier: Path | None, oui: bool) -> None:
    chosen = fichier or backups.last_good(folder, _now())
    if chosen is None:
        raise Damaged(f"Il n’y a pas de sauvegarde lisible dans {folder / backups.FOLDER}.")
    try:
        when = f"du {in_paris(backups.taken_at(chosen))}"
    except ValueError:
        when = ""
    if not oui:
        click.echo(f"Remettre la sauvegarde {chosen.name} {when} à la place de la base\u00a0? Tapez oui pour continuer.")
        if sys.stdin.readline().strip().casefold() not in ("oui", "o"):
            raise Refusal("Rien n’a été changé.")
    with _bar("Remise en place") as told:
        aside = backups.restore(folder, chosen, _now(), told)
    click.echo(f"La sauvegarde {when} est en place.".replace("  ", " "))
    if aside:
        click.echo(f"L’ancienne base est gardée à côté\u00a0: {aside}")


@cli.command(add_help_option=False)
@click.pass_obj
def check(folder: Path) -> None:
    with _memory(folder) as (_, db), _bar("Vérification") as told:
        found = checks.problems(db, told)
        many = backups.counts(db)
    for problem in found:
        click.echo(problem)
    if found:
        click.get_current_context().exit(1)
    click.echo(
        f"Tout va bien\u00a0: {many['learners']} personnes, {many['events']} événements, {len(backups.kept(folder))} sauvegardes."
    )


@cli.command(add_help_option=False)
@click.pass_obj
def rebuild(folder: Path) -> None:
    with _memory(folder, writing=True) as (_, db), _bar("Calcul") as told:
        many = log.rebuild(db, told=told)
    click.echo(f"Résumés recalculés pour {many} personnes.")


@cli.command(add_help_option=False)
@click.option("--tous", is_flag=True)
@click.pass_obj
def guests(folder: Path, tous: bool) -> None:
    with _memory(folder, writing=True) as (_, db):
        here = [row["who"] for row in db.all("SELECT who FROM sessions WHERE role = 'guest'")] if tous else []
        for who in here:
            sessions.close_sessions_of(db, who)
        many = people.forget_old_guests(db, _now()) + len(here)
    click.echo(f"Visiteurs effacés\u00a0: {many}.")


@cli.command(add_help_option=False)
@click.option("--essai", is_flag=True)
@click.pass_obj
def purge(folder: Path, essai: bool) -> None:
    with _memory(folder, writing=not essai) as (_, db):
        found = purges.look(db, _now()) if essai else purges.purge(db, folder, _now())
    for label, listed in (("Bientôt effacées (préavis de 30 jours)", found.told), ("Effacées", found.erased)):
        click.echo(f"{label}\u00a0: {len(listed)}.")
        for one in listed:
            click.echo(f"  {one.name}, vue pour la dernière fois le {in_paris(one.last)}")
    if essai:
        click.echo("C’est un essai\u00a0: rien n’a été changé.")


@cli.command(add_help_option=False)
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
        raise Refusal(f"Personne ne s’appelle «\u00a0{qui}\u00a0».")
    click.echo("C’est ouvert. Rien d’autre n’a changé.")


@cli.command(add_help_option=False)
@click.argument("identifiant")
@click.pass_obj
def password(folder: Path, identifiant: str) -> None:
    with _memory(folder, writing=True) as (_, db):
        found = next((one for one in counsellors.counsellors(db) if one.login == counsellors.normal_login(identifiant)), None)
        if found is None:
            raise Refusal(f"Aucun conseiller n’a l’identifiant «\u00a0{identifiant}\u00a0».")
        drawn = accounts.reset(db, found.id)
        acts.write(db, "", acts.ACCOUNT, found.id, _now(), "mot de passe, depuis le terminal")
        door.unlock_counsellor(db, found.login)
    click.echo(f"Nouveau mot de passe de {found.name}\u00a0: {drawn}")
    click.echo(
        "L’ancien n’ouvre plus rien, et les 6 chiffres ne sont plus demandés. Changez-le ensuite dans «\u00a0Mon compte\u00a0»."
    )


@cli.command(add_help_option=False)
@click.argument("adresse")
@click.option("--retour", is_flag=True)
@click.pass_obj
def move(folder: Path, adresse: str, retour: bool) -> None:
    if not adresse.startswith(("postgresql://", "postgres://")):
        raise Refusal("Écrivez l’adresse de la base PostgreSQL\u00a0: postgresql://utilisateur@machine/base")
    if retour and (folder / backups.BASE).exists():
        raise Refusal(f"Il y a déjà une base dans {folder}. Rien n’a été changé. Donnez un dossier vide avec --dossier.")
    if not retour and not (folder / backups.BASE).is_file():
        raise Damaged(f"Il n’y a pas de base de données dans {folder}.")
    file, server = open_memory(folder, _now()), open_memory(folder, _now(), adresse)
    try:
        source, target = (server, file) if retour else (file, server)
        with source.connection() as db, target.connection() as there, _bar("Déplacement") as told:
            many = moving.move(db, there, told)
    finally:
        file.close()
        server.close()
    click.echo(
        f"Tout est arrivé, comparé personne par personne\u00a0: {many['learners']} personnes, {many['events']} événements."
    )
    where = "Retirez le réglage DATABASE_URL" if retour else "Démarrez le site avec le réglage DATABASE_URL"
    click.echo(f"{where}. La base de départ n’a pas été touchée.")


@cli.command(add_help_option=False)
@click.argument("nom")
@click.pass_obj
def lieu(folder: Path, nom: str) -> None:
    if not organisations.several(folder) and (folder / backups.BASE).exists():
        raise Refusal(
            f"{folder} sert déjà un seul lieu, et ne peut pas en servir plusieurs. Donnez un autre dossier avec --dossier, "
            f"ou déplacez d’abord ce dossier, le site étant arrêté, dans un dossier {organisations.FOLDER}."
        )
    url = os.environ.get("DATABASE_URL", "")
    memory = open_memory(organisations.add(folder, nom), _now(), url)
    try:
        with memory.connection() as db:
            if place.place(db):
                raise Refusal(f"Le lieu «\u00a0{nom}\u00a0» est déjà installé. Son adresse se termine par /chez/{nom}")
        code = place.setup_code(memory, _now())
    finally:
        memory.close()
    click.echo(f"Le lieu «\u00a0{nom}\u00a0» est prêt. Donnez à son conseiller\u00a0:")
    click.echo(f"  l’adresse de votre site, suivie de /chez/{nom}")
    click.echo(f"  le code d’installation, qui sert une fois\u00a0: {code}")


def main() -> None:
    """Run the command; what goes wrong is one French sentence and exit code 1 (2 for a command that does not exist)."""
    code = 0
    try:
        code = cli(prog_name="python -m progress_db", standalone_mode=False) or 0
    except (StorageProblem, Refusal) as problem:
        click.echo(problem.message, err=True)
        code = 1
    except click.UsageError:
        click.echo(f"Cette commande n’est pas comprise.\n\n{HELP}", err=True)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Arrêté.", err=True)
        code = 130
    raise SystemExit(code)


if __name__ == "__main__":
    main()
