/* English only so far: a catalogue of another language is looked up here and nowhere else. */
#include "forms/say.h"

struct str
say(struct str language, const char *sentence)
{
	(void)language;
	return str_from(sentence);
}

struct str
say_plural(struct str language, int64_t count, const char *one, const char *many)
{
	return say(language, count == 1 ? one : many);
}
