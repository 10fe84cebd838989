"""Advice on technical words that nothing explains: acronyms, and words that only people at ease with computers know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from library.errors import Findings
from library.glossary import Glossary, Term
from library.language import avoided, own_words

_ACRONYM = re.compile(r"(?<![\w@./-])[A-Z]{2,}s?(?![\w@/-]|\.\w)")
_KNOWN = re.compile(r"OK|[IVX]+")  # a word of everybody, numbers of kings and centuries
_JARGON = """adresse IP, algorithme, antivirus, authentification, bande passante, base de données, biométrie, Bluetooth, captcha,
    chiffrement, cookies, destinataire, disque dur, expéditeur, expéditrice, extension, fournisseur d’accès, hameçonnage,
    hébergeur, identifiant, interface, logiciel, messagerie, métadonnées, moteur de recherche, navigateur, onglet, pièce jointe,
    protocole, pseudonyme, serveur, synchroniser, système d’exploitation, télécharger, téléchargez, téléchargement"""
JARGON = Glossary(tuple(Term(" ".join(word.split()), "") for word in _JARGON.split(",")))


def check_jargon(prose: Iterable[tuple[int, str]], glossary: Glossary, found: Findings) -> None:
    """Advice on the prose (line, Markdown text) of one file: each technical word that the glossary lacks, once."""
    told: set[str] = set()
    for line, text in prose:
        for shift, one in enumerate(text.split("\n")):
            for word in _technical(own_words(one)):
                if word.casefold() in told or glossary.knows(word) or avoided(word):
                    continue
                told.add(word.casefold())
                found.say(
                    line + shift,
                    f"Mot technique sans définition : « {word} ».",
                    "Écrivez un mot courant, ou expliquez-le dans lessons/glossaire.md.",
                    advice=True,
                )


def _technical(text: str) -> Iterable[str]:
    yield from (hit[0] for hit in _ACRONYM.finditer(text) if not _KNOWN.fullmatch(hit[0]))
    yield from (text[start:end] for start, end, _term in JARGON.found(text))
