-- Statements that other rooms may run, by way of programmes.h.

-- one programme_version(id programme.id)                                              by web, writer
select version from programme where id = $1;

-- one programme_of_slug(slug programme.slug)                                          by web, writer, cli
select id, version, name from programme where slug = $1;
