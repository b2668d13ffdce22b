story "F193 administrators see the backups, coordinators do not"
given programme operation-code
given coordinator Cora
given admin Ida
as Ida get /admin/backups -> 200 showing "Backups"
as Cora get /admin/backups -> 403
as nobody get /admin/backups -> 303
as Ida get /me -> 200 showing "This server"
as Cora get /me -> 200 hiding "This server"
