-- Statements that other rooms may run, by way of programmes.h.

-- one programme_version(id programme.id)                                              by web, writer
select version from programme where id = $1;

-- one programme_of_slug(slug programme.slug)                                          by web, writer, cli
select id, version, name from programme where slug = $1;

-- list programmes_all(limit whole)                                                    by web, writer, cli
select p.id, p.slug, p.name, p.shape, coalesce((select max(v.number) from version v where v.programme = p.id), 0) as number:whole
from programme p order by p.slug limit $1;
