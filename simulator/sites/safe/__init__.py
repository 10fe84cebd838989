"""The safe « Tiroir »: what its elements are called, for the authors' `clic`, `ecrire` and `cible`.

Locked: `coffre-phrase` (to type), `coffre-voir-phrase`, `coffre-ouvrir`.
Bar: `coffre-comptes`, `coffre-nouveau`, `coffre-verrouiller`. List: `coffre-compte-<id>`, `coffre-remettre-<id>` among the deleted.
An account: `coffre-montrer`, `coffre-copier`, `coffre-aller` (its site), `coffre-modifier`, `coffre-supprimer`, `coffre-remettre`.
Writing one down (`nouveau`, or changing it): `coffre-site`, `coffre-identifiant`, `coffre-secret` (to type), `coffre-voir`,
`coffre-creer`, `coffre-reprendre`, `coffre-retaper`, `coffre-enregistrer`, `coffre-annuler`.
Creating: `coffre-sorte-caracteres`, `coffre-sorte-mots`, `coffre-longueur-<n>`, `coffre-autre`, `coffre-utiliser`, `coffre-revenir`.
Reusing: `coffre-prendre-<id>`. A new account's id is its site's name in small letters: « Eaux de Plou » is `eaux-de-plou`.
"""
