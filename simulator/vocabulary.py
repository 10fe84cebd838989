"""The browser's window: what authors may write about it. docs/vocabulaire.md is made from this and from each site's own vocabulary."""

PLACE = "Le navigateur autour des pages. Sans `navigateur`, il reste nu : c’est mieux pour une personne qui débute. L’affichage par défaut d’une fenêtre qui s’ouvre seule dépend de son `genre`."

STARTS = {
    "onglets": 'Les onglets ouverts au départ, par le nom du site (`courriel`) ou par une adresse entière (`"https://echo-de-plou.example/plage"`)',
    "sites": "Les sites de cette mise en situation, chacun avec son départ",
    "adresses": "Une adresse de plus pour un site : `mairie.example: pages`",
    "navigateur": "Ce qui est autour des pages",
    "navigateur.outils": "Ce qui est offert : `nouvel-onglet`, `zoom`, `favoris`, `telechargements`",
    "navigateur.favoris": "Les favoris du début",
    "navigateur.favoris.nom": "Le nom affiché",
    "navigateur.favoris.adresse": "L’adresse où il mène",
    "navigateur.telechargements": "Les fichiers déjà téléchargés, par leur nom",
    "navigateur.fenetres": "Les fenêtres qui s’ouvrent toutes seules, l’une après l’autre",
    "navigateur.fenetres.id": "Un nom court, sans accent",
    "navigateur.fenetres.genre": "`mise-a-jour`, `cookies`, `publicite` ou `alerte`",
    "navigateur.fenetres.titre": "Le titre",
    "navigateur.fenetres.texte": "Ce qu’elle dit",
    "navigateur.fenetres.boutons": "Ses boutons",
    "navigateur.fenetres.boutons.id": "Un nom court, sans accent",
    "navigateur.fenetres.boutons.texte": "Ce qui est écrit dessus",
    "navigateur.fenetres.boutons.ouvre": "Une adresse qu’il ouvre dans un nouvel onglet",
    "navigateur.fenetres.boutons.suite": "La fenêtre qu’il ouvre, par son `id`. Écrite plus bas que lui, elle ne s’ouvre que par lui",
    "navigateur.fenetres.boutons.principal": "`oui` : il est dessiné plus gros",
    "navigateur.fenetres.forme": "`bas`, `centre`, `mur` (toute la page) ou `coin`",
    "navigateur.fenetres.croix": "`non` pour enlever la croix",
    "navigateur.fenetres.sur": "Le nom du seul site où elle paraît",
}

NAMES = {
    "Les onglets": "`onglet-t<n>`, `fermer-t<n>` : `t0` est le premier",
    "Les flèches": "`nav-back`, `nav-forward`, `nav-reload`, `nav-home`",
    "Page introuvable": "`accueil`",
    "Nouvel onglet": "`nav-nouvel-onglet`",
    "Affichage": "`zoom-plus`, `zoom-moins`, `zoom-normal`",
    "Favoris": "`nav-favori` (mettre ou enlever), `favori-<n>` ; dans un onglet vide, `favori-page-<n>`",
    "Téléchargements": "`nav-telechargements`, puis `telecharge-<n>`",
    "Une fenêtre ouverte seule": "`fenetre-<id>-<bouton>`, `fenetre-<id>-croix`",
}

FACTS = {
    "lien.adresse_vue": "La vraie adresse d’un lien a été regardée : adresse.",
    "nav.introuvable": "Une adresse qui n’existe pas a été ouverte : adresse.",
    "nav.onglet": "On est passé à un autre onglet : id.",
    "nav.onglet_ferme": "Un onglet a été fermé : id.",
    "nav.retour": "On est revenu à la page d’avant, avec la flèche : adresse.",
    "nav.nouvel_onglet": "Un onglet vide a été ouvert : id.",
    "nav.zoom": "L’affichage a été agrandi ou réduit : valeur (100 = taille normale).",
    "nav.favori_ajoute": "Une page a été mise dans les favoris : adresse.",
    "nav.favori_retire": "Une page a été enlevée des favoris : adresse.",
    "fichier.telecharge": "Un fichier a été téléchargé : nom.",
    "fichier.ouvert": "Un fichier téléchargé a été ouvert : nom.",
    "fenetre.choix": "Une fenêtre ouverte toute seule a été fermée : id, genre (mise-a-jour, cookies, publicite, alerte), choix (l’id du bouton, ou croix).",
    "mission.terminee": "La personne a dit qu’elle avait fini.",
}
