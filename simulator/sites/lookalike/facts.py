"""What a false site can tell: what authors may name in `fait`."""

FACTS = {
    "piege.visite": "Un faux site a été ouvert : adresse.",
    "piege.secret_tape": "Un secret a été tapé sur un faux site, sans être envoyé : adresse.",
    "piege.secret_envoye": "Un secret a été envoyé à un faux site : adresse.",
}
