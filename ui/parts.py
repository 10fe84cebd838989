"""The few pieces that pages share: the head of the page, the title, the main button, a message, dates in words."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape

import streamlit as st

from learning.dates import day as day  # screens say parts.day, parts.moment
from learning.dates import duration as duration
from learning.dates import hour as hour
from learning.dates import moment as moment
from progress_db import people
from progress_db.errors import Gone, StorageProblem
from ui import attendance, session
from ui.session import Session

Draw = Callable[[Session, dict], None]

SIZES = {100: 125, 125: 150, 150: 100}


@contextmanager
def guarded() -> Iterator[None]:
    """Around what needs a person and the memory: says calmly when one of them is gone."""
    try:
        yield
    except (session.SessionOver, Gone):
        st.title("Votre session est finie", anchor=False)
        st.html(
            "<p>Avec une carte, votre travail est gardé.</p><p><a class='principal' href='/connexion' target='_self'>Revenir à l’entrée</a></p>"
        )
    except StorageProblem as problem:
        st.warning(problem.message)
        st.html(
            "<p><a class='principal' href='/' target='_self'>Essayer encore</a></p>"
            "<form method='post' action='/deconnexion'><button type='submit'>J’ai fini</button></form>"
        )


def head(me: Session, pages: dict[str, st.Page]) -> None:
    """The head of every page: where to go back, whose page it is, the text size, « J’ai fini »."""
    size = me.learner.text_size if me.learner else 100
    style = f"<style>html{{font-size:{size / 5:g}px !important}}</style>" if size != 100 else ""
    with st.container(horizontal=True, vertical_alignment="center", key="tete"):
        home = "conseiller" if me.role == "counsellor" else ""
        st.page_link(pages[home], label="Accueil", icon=":material/home:")
        if me.learner:
            st.page_link(pages["carnet"], label="Mon carnet", icon=":material/menu_book:")
            label = "Texte normal" if size == 150 else "Agrandir le texte"
            st.button(label, key="taille", icon=":material/format_size:", on_click=session.acting(_bigger), type="tertiary")
            _help(attendance.help_state(me))
        name = "Essai : rien n’est gardé." if me.role == "guest" else f"<strong>{escape(me.name)}</strong>"
        st.html(
            f"{style}<div class='qui' data-session='{me.digest[:12]}'><span>{name}</span>"
            "<form method='post' action='/deconnexion'><button type='submit'>J’ai fini</button></form></div>",
            width="stretch",
        )
        # Hidden; garde.js presses it when the line is back: a server that started again draws the page anew, and the person's
        # next click is not the one that is spent on it.
        st.button("Reprendre", key="reprise")
    if me.memory.read_only:
        st.warning(me.memory.problem or "Les réponses ne peuvent pas être gardées pour le moment. Appelez votre conseiller.")


def _help(state: str) -> None:
    """While a workshop is open: call the counsellor without a word; the same button takes the call back."""
    session.keep("aide-salle-dite", state)
    if state:
        label = "Aide demandée. Annuler ?" if state == "waiting" else "J’ai besoin d’aide"
        act = attendance.no_more_help if state == "waiting" else attendance.ask_for_help
        st.button(label, key="aide-salle", on_click=session.acting(act, only="learner"))


def alone(path: str) -> Callable[[Draw], Draw]:
    """Mark the page drawn at `path`: what is clicked in it runs it again alone, without the head, the list of pages and the foot
    (a third of the cost of a click). The head follows when its help button has something else to say."""

    def mark(draw: Draw) -> Draw:
        @functools.wraps(draw)
        def show(me: Session, pages: dict) -> None:
            first = [me]

            @st.fragment
            def page() -> None:
                with guarded():
                    if first:
                        return draw(first.pop(), pages)
                    with session.opened() as now:
                        attendance.note_place(now, path)
                        if attendance.help_state(now) != session.value("aide-salle-dite"):
                            st.rerun()
                        draw(now, pages)

            page()

        return show

    return mark


def _bigger(me: Session) -> None:
    people.set_text_size(me.db, me.who, SIZES.get(me.learner.text_size, 100))


def title(text: str, step: object = "", listen: bool = True, above: str = "", body: str = "") -> None:
    """The page's one title, a line above it, and what is read (`body`, HTML). When `step` changes, the focus goes to the title."""
    button = "<button type='button' data-ecouter aria-pressed='false'>Écouter</button>" if listen else ""
    small = f"<p class='ou-je-suis'>{escape(above)}</p>" if above else ""
    mark = f"<span data-focus='{escape(text)}|{escape(str(step))}'></span>"
    st.html(f"{small}<div class='titre'><h1>{escape(text)}</h1>{button}{mark}</div>{body}")


def listen_to_window() -> None:
    """Reads aloud what the simulated web shows now, its buttons included."""
    st.html(
        "<p class='ecouter-fenetre'><button type='button' data-ecouter='fenetre' aria-pressed='false'>Écouter la fenêtre</button></p>"
    )


def message() -> None:
    """What the last act said, once, at the top."""
    tell(session.said())


def tell(told: tuple[str, str] | None) -> None:
    """Show what an act said: ("right" or "notyet", HTML), ("problem", text), or ("done", text)."""
    if told is None:
        return
    kind, text = told
    if kind in ("right", "notyet"):
        st.html(f"<div class='retour-reponse {kind}' role='status'>{text}</div>")
    else:
        (st.warning if kind == "problem" else st.success)(text)


def counsellor_act(me: Session, label: str, act: Callable, *args: str, main: bool = False) -> None:
    """A button for an act that only a counsellor does, on what `args` name."""
    kind, click = "primary" if main else "secondary", session.acting(act, only="counsellor")
    width = "stretch" if main else "content"
    st.button(label, key=me.key(act.__name__, *args), type=kind, on_click=click, args=args, width=width)


@contextmanager
def main_action() -> Iterator[None]:
    """Where the page's one main button or link stands."""
    with st.container(key="principal"):
        yield


def to_print(*sheets: tuple[str, str]) -> None:
    """Links to sheets of paper (address, words), each opened in another tab: the page stays where it is."""
    links = "".join(
        f"<a class='feuille' href='{escape(address)}' target='_blank' rel='noopener' title='{escape(words)} (nouvel onglet)'>{escape(words)}</a>"
        for address, words in sheets
    )
    st.html(f"<p class='feuilles'>{links}</p>")


def print_cards(who: Sequence[str], label: str) -> None:
    """A button that makes and shows these people's cards, in another tab. Their former cards are dead at once."""
    hidden = "".join(f"<input type='hidden' name='personne' value='{escape(one)}'>" for one in who)
    st.html(
        f"<form method='post' action='/carte.pdf' target='_blank'>{hidden}<button type='submit'>{escape(label)}</button></form>"
    )


def lost(pages: dict) -> None:
    """The address names nothing we have: say so, and give the way on."""
    title("Cette page n’est plus là", listen=False)
    st.markdown("L’adresse ne mène à aucune leçon. Rien n’est perdu.")
    with main_action():
        st.page_link(next(iter(pages.values())), label="Revenir à l’accueil", icon=":material/home:", width="stretch")
