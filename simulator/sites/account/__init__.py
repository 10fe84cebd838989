"""The settings of an account, on any host: what its elements are called, for the authors' `clic`, `ecrire` and `cible`.

Menu: `compte-menu-<place>`: accueil, informations, mot-de-passe, double, appareils, autorisations, donnees, fermer; `compte-quitter`.
Log-in: `compte-identifiant`, `compte-secret`, `compte-voir`, `compte-coller-secret`, `compte-entrer`; then `compte-code`,
`compte-valider`, `compte-renvoyer`, `compte-recommencer`.
Data: `compte-voit-<id>-<moi|contacts|tous>`, `compte-effacer-<id>`, `compte-rendre-<id>`, `compte-reglage-<id>`.
Password: `compte-actuel`, `compte-nouveau`, `compte-encore`, `compte-voir`, `compte-coller-actuel`, `compte-coller-nouveau`,
`compte-vider-actuel`, `compte-vider-nouveau`, `compte-changer`.
Double verification: `compte-double-sms`, `compte-double-application`, `compte-double-papier`, `compte-envoyer`, `compte-renvoyer`,
`compte-code`, `compte-valider`, `compte-application`, `compte-codes-telecharger`, `compte-codes-notes`, `compte-secours`, `compte-arreter`.
The application (host cle-de-poche.example): `cle-ajouter`, `cle-texte`, `cle-valider`.
Devices: `compte-deconnecter-<id>`, `compte-reconnecter-<id>`. Permissions: `compte-retirer-<id>`, `compte-redonner-<id>`.
My data: `compte-preparer`, `compte-telecharger`. Closing: `compte-fermer`, `compte-fermer-oui`, `compte-fermer-non`, `compte-rouvrir`.
"""
