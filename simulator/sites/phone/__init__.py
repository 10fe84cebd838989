"""The phone: what its elements are called, for the authors' `clic`, `ecrire` and `cible`.

Bar: `tel-messages`, `tel-contacts`, `tel-clavier`; `tel-appel` comes back to a call in progress.
Messages: `sms-<id>`, the deleted ones at the bottom of the list.
SMS: `sms-retour`, `sms-repondre`, `sms-transferer`, `sms-supprimer`, `sms-remettre`, `sms-lien-<id>-<n>`.
Writing: `sms-a` (forwarding only: a number, or a contact's name), `sms-texte`, `sms-envoyer`, `sms-annuler`.
Contacts: `appeler-<n>`. Keypad: `tel-numero`, `tel-touche-<0 to 9>`, `tel-effacer`, `tel-appeler`. Call: `raccrocher`, `rappeler`.
Numbers, in facts as in files, are written as people read them: « 01 99 00 12 34 », « 33700 ».
"""
