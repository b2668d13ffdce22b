-- The record of backups, and what a restored database must forget.

-- add backup_add(id backup.id, path backup.path, made backup.made_at, restored backup.restored_at, file_bytes backup.file_bytes,
--                database_bytes backup.database_bytes, people backup.people, schema backup.schema_number, key_name backup.key_name,
--                sha256 backup.sha256)                                                  by cli
insert into backup (id, path, made_at, restored_at, file_bytes, database_bytes, people, schema_number, key_name, sha256)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- change backup_forget_old(keep whole)                                                by cli
delete from backup where id in (select id from backup order by made_at desc, id desc limit 1000 offset $1);

-- change backup_set_tried(path backup.path, now backup.tried_at, took_ms backup.tried_ms, is_well backup.tried_well) by cli
update backup set tried_at = $2, tried_ms = $3, tried_well = $4
where id = (select id from backup where path = $1 order by made_at desc, id desc limit 1);

-- list backups_known(limit whole)                                                     by web, cli
select path, made_at, restored_at, file_bytes, people, key_name, tried_at, coalesce(tried_ms, 0) as tried_ms:whole,
       tried_well from backup order by made_at desc, id desc limit $1;
