-- The focus areas of a programme (F029): its list, and what surveys offer (../surveys).

-- list areas_of(programme focus_area.programme, limit whole)                          by web, writer
select id, name, url, position, is_retired from focus_area where programme = $1 order by is_retired, position, id limit $2;

-- add area_put(id focus_area.id, programme focus_area.programme, name focus_area.name, url focus_area.url, position focus_area.position,
--              is_retired focus_area.is_retired, now focus_area.made_at)              by writer
insert into focus_area (id, programme, name, url, position, is_retired, made_at) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (programme, name) do update set url = excluded.url, position = excluded.position, is_retired = excluded.is_retired;
