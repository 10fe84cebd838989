"""The administration portal: what its elements are called, for the authors' `clic`, `ecrire` and `cible`.

Head: `entete-accueil`, `entete-demarches`, `se-connecter`, `se-deconnecter`. Home: `demarche-<id>`.
A procedure: `commencer`, `demarche-effacer`. Where an account is needed: `identiclic`, `compte-site`, `creer-compte`.
Identi’Clic: `compte-<id>`, `identifiant`, `mot-de-passe`, `valider`, `code`, `renvoyer`, `continuer`, `renoncer`.
Creating an account: `creation-nom|adresse|mot-de-passe|encore|conditions`, `creation-valider`.
A step: `champ-<nom>` (a date: `champ-<nom>-jour|mois|annee`; radio buttons: `champ-<nom>-<n>`), `joindre-<nom>`, `retirer-<nom>`,
`etape-suite`, `etape-retour`. Choosing a file: `fichier-<n>`, `fichiers-ouvrir`, `fichiers-annuler`.
Read again: `modifier-<nom>`, `envoyer`, `etape-retour`. Sent: `telecharger`, `suivre`.
« Mes démarches »: `dossier-<number in small letters>`. A file: `joindre-document`, `retirer-document`, `envoyer-document`, `telecharger`,
`suivi-retour`.
"""
