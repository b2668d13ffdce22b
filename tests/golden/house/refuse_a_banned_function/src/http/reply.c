/* Copies without a limit. */
void
reply_name(char *to, const char *from)
{
	strcpy(to, from);
}
