"""The mailbox « Pigeon »: what its elements are called, for the authors' `clic`, `ecrire` and `cible`.

Window: `onglet-t<n>`, `fermer-t<n>`, `nav-back`, `nav-forward`, `nav-reload`, `nav-home` (t0, t1… are the tabs of the start, in order).
List: `mail-<id>`, `dossier-recus|envoyes|indesirables|corbeille`, `mail-nouveau`, `recherche`, `chercher`. A sent message is `mail-envoye-<n>`; `mail-brouillon` takes up the new message that was begun.
Message: `retour`, `repondre`, `repondre-tous`, `transferer`, `signaler`, `indesirable`, `supprimer`, `remettre`, `expediteur`,
`lien-<id>-<n>`, `piece-<id>-<n>`.
With `adresses: cachees`, `expediteur` is the name to click, and the address then stands at `adresse-expediteur`.
With `dossiers`: `dossier-<nom>` (the folder's name in small letters, without accents, hyphens), `ranger`, then `ranger-<nom>` or `ranger-annuler`.
Report: `indice-adresse|lien|urgence|argent|secret|inattendu|piece`, `indice-annuler`.
Writing (`<b>` is `r-<id>`, `rt-<id>`, `tr-<id>` or `r-nouveau`): `<b>-a`, `<b>-cc`, `<b>-objet`, `<b>-corps`, `joindre`, `envoyer`, `retirer-<n>`;
with `contacts`: `contacts`, then `contact-<n>` or `contacts-annuler`.
Choosing a file: `fichier-<n>`, `fichiers-ouvrir`, `fichiers-annuler`.
False site: `piege-<champ>`, `piege-valider`.
"""
