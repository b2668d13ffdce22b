-- one people_count() by web
select count(*) as people:number from person;
