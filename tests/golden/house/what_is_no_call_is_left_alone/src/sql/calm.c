/* Names of banned functions in comments (strcpy()), texts, members and longer words are no calls. */
void
calm(struct door *door, struct door gate)
{
	const char *text = "never strcpy() here, nor \" sprintf()", quote = '"';

	door->free(text);
	gate.system(quote);
	buf_strcpy(door);
	int rand = 1;
}
