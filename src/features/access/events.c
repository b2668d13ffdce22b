/* The record: writing an event, and the words of events and notices. */
#include "access/events.h"

#include "access/store.h"
#include "access/visit.h"
#include "base/check.h"
#include "forms/page.h"
#include "forms/say.h"

struct worded {
	const char *word, *sentence;
};

static const struct worded events[] = {
#define EVENT(kind, words) { kind, words },
#include "access/events.def"
#undef EVENT
};

static const struct worded dones[] = {
#define DONE(word, sentence) { word, sentence },
#include "access/done.def"
#undef DONE
};

const char *
event_words(struct str kind)
{
	for (size_t i = 0; i < ARRAY_LENGTH(events); i++)
		if (str_equal(str_from(events[i].word), kind))
			return events[i].sentence;
	check_failed("a kind of events.def", __FILE__, __LINE__);
}

struct html
event_sentence(struct page *page, struct str kind, struct str actor, struct str detail)
{
	struct str who = str_is_empty(actor) ? say(page->language, N_("the server")) : actor;

	return page_sentence(page, event_words(kind), 2, (struct page_pair[]){ page_pair_name("actor", who), page_pair_name("detail", detail) });
}

struct str
done_words(struct str word)
{
	for (size_t i = 0; i < ARRAY_LENGTH(dones); i++)
		if (str_equal(str_from(dones[i].word), word))
			return str_from(dones[i].sentence);
	return S("");
}

enum outcome
event_say(struct visit *v, struct str kind, const struct event_facts *facts)
{
	check(event_words(kind)[0] != '\0');
	return event_add(v->db, &(struct event_add_values){
	    .id = { visit_new_id(v) }, .programme = v->programme_id, .request = facts->request, .person = facts->person,
	    .actor = v->who.id, .kind = kind, .detail = facts->detail, .after = facts->after, .now = v->now,
	    .before = str_is_empty(facts->before) && facts->request.value == v->thing_id ? v->thing_state : facts->before });
}
