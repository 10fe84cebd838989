"""The desktop « bureau »: what its elements are called, for the authors' `clic`, `ecrire` and `cible`.

An id is a place (`bureau`, `documents`, `telechargements`, `corbeille`), a program (its `id`), a file or folder (its name in small letters,
without accents, hyphens for all else: « Photo chat.jpg » is `photo-chat-jpg`; `id` if the author gives one).
Screen: `icone-<id>`. Bar: `bureau-montrer`, `tache-<id>`. Window on top: `reduire-<id>`, `agrandir-<id>`, `croix-<id>`; behind: `devant-<id>`.
Folder: `fichier-<id>`, `actions-<id>`, `place-<id>`; then `renommer-<id>`, `deplacer-<id>`, `jeter-<id>`, `remettre-<id>`, `vers-<folder>`,
`nouveau-nom`, `nommer`, `actions-annuler`, `nouveau-dossier`.
Text: `texte-<id>`, `enregistrer`, `enregistrer-sous`; then `enregistrer-nom`, `dans-<folder>`, `enregistrer-valider`, `enregistrer-annuler`.
Page: `telecharger-<n>`, `voir-telechargements`. Photos: `photo-<id>`. An open file: `voir-dossier`.
Gestures: `cible`, `a-cote`, `mot-cherche`, `recopie-<n>`, `recopie-verifier`, `recommencer`.
"""
