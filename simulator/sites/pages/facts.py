"""What an honest site can tell: what authors may name in `fait`."""

FACTS = {
    "site.visite": "Un site honnête a été ouvert : adresse.",
}
