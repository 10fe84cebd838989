"""Advice on wording (facts/ecriture.md): sentences too long, words to avoid. Clear hits only; never a mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable

from library.errors import Findings

SENTENCE = 20  # words, in what explains
ORDER = 15  # words, in what says what to do: 12 are better (facts/ecriture.md §2), 15 the most

_AVOID: dict[str, str] = {
    r"e-?mails?|méls?|mails?": "courriel",
    r"login": "identifiant",
    r"password|mdp": "mot de passe",
    r"se loguer|s’authentifier": "se connecter",
    r"se déloguer": "se déconnecter",
    r"cliquer droit": "cliquer avec le bouton droit",
    r"scroller": "faire défiler",
    r"uploader|téléverser": "envoyer un fichier",
    r"downloader": "télécharger",
    r"browser|butineur": "navigateur",
    r"urls?": "adresse du site",
    r"hyperliens?": "lien",
    r"pop-?ups?": "fenêtre qui s’ouvre toute seule",
    r"spams?|pourriels?": "courriel indésirable",
    r"phishing": "hameçonnage (message piégé)",
    r"hackers?|hacké(?:e?s?)": "pirate, piraté",
    r"scams?": "arnaque",
    r"2fa|double authentification": "double vérification (un code en plus)",
    r"cloud": "espace de stockage sur Internet",
    r"devices?": "appareil",
    r"dématérialisée?s?": "en ligne, sur Internet",
    r"téléservices?": "démarche en ligne",
    r"usagers?|administrés": "vous, les habitants",
    r"justificatifs?": "document demandé",
    r"cerfa": "formulaire",
    r"rédhibitoires?": "impossible",
    r"ultérieurement": "plus tard",
    r"préalablement": "avant",
    r"procéder à|procédez à|effectuer|effectuez|réaliser|réalisez": "faire",
    r"veuillez": "le verbe seul (« cliquez »)",
    r"données à caractère personnel": "données personnelles",
    r"notifications?": "message d’alerte",
    r"paramétrer|configurer": "régler",
    r"fake news|infox": "fausse information",
    r"deepfakes?|hypertrucages?": "fausse vidéo ou fausse voix",
    r"ia générative": "programme qui fabrique des images ou des textes",
    r"illectronisme|fracture numérique": "être peu à l’aise avec Internet",
    r"simple(?:s|ment)?|facile(?:s|ment)?|évident(?:e?s?)|évidemment|il suffit|n’importe qui peut|vous auriez dû": "rien : enlevez ce mot",
}
_WORDS = [(re.compile(rf"(?<![\w@.-])(?:{words})(?![\w@-]|\.\w)", re.IGNORECASE), instead) for words, instead in _AVOID.items()]
# one look instead of forty at a line that has none of them, nearly every line
_ANY_WORD = re.compile(rf"(?<![\w@.-])(?:{'|'.join(_AVOID)})(?![\w@-]|\.\w)", re.IGNORECASE)
_EXPLAINED = re.compile(r"aussi appelée?s? [^.]{0,40}", re.IGNORECASE)
_QUOTED = re.compile(r"«[^»]*»|`[^`]*`|\w+://\S+|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\{#[^}]*\}")
_SIGNS = re.compile(r"^\s*(?:>\s*|[-*]\s+(?:\[[ xX]\]\s*)?|\d+[.)]\s+|#+\s+|\|)+|\*\*|\|", re.MULTILINE)
_WORD = re.compile(r"[^\W_][\w’'@.-]*")


def check_language(prose: Iterable[tuple[int, str]], found: Findings, longest: int = SENTENCE) -> None:
    """Advice on the prose (line, Markdown text) of one file; a sentence has at most `longest` words."""
    for line, text in prose:
        for shift, sentence in sentences(text):
            count = len(_WORD.findall(sentence))
            if count > longest:
                found.say(
                    line + shift,
                    f"Cette phrase a {count} mots : « {sentence[:40].strip()}… »",
                    f"Coupez-la : {longest} mots au plus.",
                    advice=True,
                )
        for shift, one in enumerate(text.split("\n")):
            _check_words(line + shift, one, found)


def _check_words(line: int, text: str, found: Findings) -> None:
    own = own_words(text)
    if not _ANY_WORD.search(own):
        return
    for pattern, instead in _WORDS:
        hit = pattern.search(own)
        if hit:
            found.say(line, f"Mot à éviter : « {hit[0]} ».", f"Écrivez plutôt : {instead}.", advice=True)


def own_words(text: str) -> str:
    """`text` without what it quotes: the words of a message or of the screen, addresses, descriptions of images."""
    return _EXPLAINED.sub(" ", _QUOTED.sub(" ", text.replace("'", "’")))


def avoided(word: str) -> bool:
    """Whether `word` is one of the words to avoid."""
    return any(pattern.fullmatch(word) for pattern, _instead in _WORDS)


def words_shown(markdown: str) -> int:
    """How many words a person reads in this Markdown: descriptions of images and addresses of links are not read."""
    shown = re.sub(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\{#[^}]*\}", " ", markdown)
    return len(_WORD.findall(_SIGNS.sub(" ", shown)))


def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a Markdown text, each with how many lines below the start it begins. A list item or a paragraph ends one."""
    kept = re.sub(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)", " ", text)
    found, at = [], 0
    for part in re.split(r"((?<=[.!?…»:])\s+|\n\s*\n|\n(?=\s*(?:[-*>|#]|\d+[.)]))|\|)", kept):
        sentence = _SIGNS.sub(" ", part)
        if _WORD.search(sentence):
            found.append((at, " ".join(sentence.split())))
        at += part.count("\n")
    return found
