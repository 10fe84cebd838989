"""The square to scan with an application of codes, and the same to type."""

from __future__ import annotations

from html import escape

ISSUER = "Pas à pas"


def square(login: str, secret: str) -> str:
    """The address of RFC 6238 as a QR drawn here (SVG), and the secret in groups of four (HTML)."""
    import pyotp
    import segno

    address = pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)
    drawn = segno.make(address, error="m").svg_data_uri(scale=5, border=4)
    typed = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    return (
        f"<p>Avec l’application, photographiez ce carré :</p><img src='{drawn}' alt='Carré à photographier avec une application de codes' "
        f"width='260' height='260'><p>Ou tapez ce code : <strong>{escape(typed)}</strong></p>"
    )
