"""The mailbox « Pigeon »: what its elements are called, for the authors' `clic`, `ecrire` and `cible`.

List: `mail-<id>`, `dossier-recus|envoyes|indesirables|corbeille`, `mail-nouveau`, `recherche`, `chercher`.
Message: `retour`, `repondre`, `repondre-tous`, `transferer`, `signaler`, `indesirable`, `supprimer`, `remettre`, `lien-<id>-<n>`, `piece-<id>-<n>`.
Report: `indice-adresse|lien|urgence|argent|secret|inattendu|piece`, `indice-annuler`.
Writing (`<b>` is `r-<id>`, `rt-<id>`, `tr-<id>` or `r-nouveau`): `<b>-a`, `<b>-cc`, `<b>-objet`, `<b>-corps`, `joindre`, `envoyer`, `retirer-<n>`.
Choosing a file: `fichier-<n>`, `fichiers-ouvrir`, `fichiers-annuler`.
"""
