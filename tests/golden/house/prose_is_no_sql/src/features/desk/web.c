/* Sentences with the words of SQL. */
const char *q = "Select a mentor from the list.";
const char *r = "You may select a skill from the list, then update your settings.";
const char *s = "cannot delete from here";
