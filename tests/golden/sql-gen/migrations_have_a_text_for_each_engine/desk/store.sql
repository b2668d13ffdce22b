-- add tag_add(text tag.text, weight tag.weight, pronouns person.pronouns) by writer
insert into tag (text, weight) select $1, $2 where $3 <> '';
