"""The link that opens La Coop's form already filled (a trial: La Coop does not document it). Never a name in it.

Source: `utils/encodeSerializableState.ts` of La Coop: base64url without « = » of zlib-deflate of superjson. ../shared/notes/counsellor.md §1.6."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping

from workshops.workshop import Workshop

FORM = "https://coop-numerique.anct.gouv.fr/coop/mes-activites/cra/collectif?v="


def state(workshop: Workshop, counted: Mapping[str, int]) -> dict:
    """What the link says: these fields and no other. The title is left out: a first name may stand in it."""
    return {
        "date": workshop.day,
        "duree": str(workshop.minutes),
        "typeLieu": workshop.place_kind,
        "materiel": list(workshop.equipment),
        "thematiques": list(workshop.themes),
        "niveau": workshop.level,
        "participantsAnonymes": dict(counted),
    }


def link(workshop: Workshop, counted: Mapping[str, int]) -> str:
    """The address of La Coop's form, filled with `state`."""
    raw = json.dumps({"json": state(workshop, counted)}, ensure_ascii=False, separators=(",", ":")).encode()
    return FORM + base64.urlsafe_b64encode(zlib.compress(raw, 9)).rstrip(b"=").decode()
