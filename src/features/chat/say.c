/* What is said to one person, as letters that leave at once. */
#include "chat/chat.h"

#include "base/arena.h"
#include "letters/store_shared.h"

enum { ANSWER_MINUTES = 29, MODAL_MS = 2500, HOME_MINUTES = 10, HOME_SECONDS = 10 };

enum outcome
chat_answer(struct visit *v, struct str response_url, struct str content)
{
	struct letter_desk desk = visit_letters(v);

	if (str_is_empty(response_url) || str_is_empty(content))
		return OK;
	return letter_put_act(&desk, &(struct letter_act_wish){
	    .id = { visit_new_id(v) }, .act = LETTER_ACT_ANSWER, .kind = S("chat"), .subject = S("An answer to a press"), .person = v->who.id,
	    .address = response_url, .body = content, .haste = LETTER_HASTE_NOW, .expires_at = moment_plus(v->now, ANSWER_MINUTES * US_PER_MINUTE) });
}

enum outcome
chat_open(struct visit *v, const struct chat_modal *modal)
{
	struct letter_desk desk = visit_letters(v);

	return letter_put_act(&desk, &(struct letter_act_wish){
	    .id = { visit_new_id(v) }, .act = LETTER_ACT_OPEN, .kind = S("chat"), .subject = S("A form"), .person = v->who.id,
	    .address = modal->response_url, .target = modal->trigger_id, .body = modal->view, .instead = modal->instead, .haste = LETTER_HASTE_NOW,
	    .expires_at = moment_plus(v->now, MODAL_MS * US_PER_SECOND / 1000) });
}

enum outcome
chat_change(struct visit *v, const struct slack_view_in *seen, struct str view)
{
	struct letter_desk desk = visit_letters(v);

	return letter_put_act(&desk, &(struct letter_act_wish){
	    .id = { visit_new_id(v) }, .act = LETTER_ACT_VIEW, .kind = S("chat"), .subject = S("A form of another programme"), .person = v->who.id, .address = seen->id,
	    .target = seen->hash, .body = view, .haste = LETTER_HASTE_NOW, .expires_at = moment_plus(v->now, MODAL_MS * US_PER_SECOND / 1000) });
}

/* Its words are put in when it leaves (requests/slack_home.c), so one that waits shows whatever is so then: nothing is to be added to it. */
enum outcome
chat_home(struct visit *v, struct person_id person, struct str user, struct str hash)
{
	struct letter_desk desk = visit_letters(v);
	struct letter_home_last_row last;
	struct moment leaves;
	int64_t waiting;

	TRY(letter_home_renew(v->db, user, hash, &waiting));
	if (waiting > 0)
		return OK;
	TRY(letter_home_last(v->db, v->arena, user, &last));
	leaves = moment_plus(last.leaves, HOME_SECONDS * US_PER_SECOND);
	return letter_put_act(&desk, &(struct letter_act_wish){
	    .id = { visit_new_id(v) }, .act = LETTER_ACT_HOME, .kind = S("chat"), .subject = S("The home"), .person = person, .address = user,
	    .target = hash, .haste = LETTER_HASTE_NOW, .not_before_at = moment_is_after(leaves, v->now) ? leaves : v->now,
	    .expires_at = moment_plus(v->now, HOME_MINUTES * US_PER_MINUTE) });
}

enum outcome
chat_home_again(struct visit *v, struct person_id person)
{
	struct letter_home_last_row last;
	struct chat_user_of_row link;
	enum outcome said = person_id_is_none(person) ? NOT_FOUND : chat_user_of(v->db, v->arena, person, &link);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	TRY(letter_home_last(v->db, v->arena, link.chat_user, &last));
	return moment_is_none(last.leaves) ? OK : chat_home(v, person, link.chat_user, S(""));
}
