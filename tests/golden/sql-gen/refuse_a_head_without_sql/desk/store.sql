-- change person_drop(id person.id) by writer

