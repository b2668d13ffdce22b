/* A coordinator decides: short list, waiting list, offer, or not this time; whoever applied hears it at once. */
#include "applications/form.h"
#include "applications/own.h"
#include "applications/tell.h"
#include "applications/views.h"
#include "base/check.h"
#include "formats/id.h"
#include "forms/say.h"
#include "http/routes.h"

static const struct {
	struct str word;
	enum application_act act;
} decisions[] = {
	{ S_STATIC("short-list"), APPLICATION_SHORT_LIST }, { S_STATIC("wait-list"), APPLICATION_WAIT_LIST }, { S_STATIC("refuse"), APPLICATION_REFUSE },
	{ S_STATIC("offer"), APPLICATION_OFFER },
};

static enum application_act
act_of(struct str word)
{
	for (size_t i = 0; i < ARRAY_LENGTH(decisions); i++)
		if (str_equal(decisions[i].word, word))
			return decisions[i].act;
	check_failed("the form knows no other decision", __FILE__, __LINE__);
}

static enum outcome
refuse(struct visit *v, struct application_row_row *row)
{
	row->reason = application_reason_of(form_text(v->form, "reason"));
	if (row->reason == APPLICATION_REASON_NONE) {
		form_complain(v->form, "reason", S("Choose the reason that they are told."));
		return BAD_INPUT;
	}
	row->decided_at = v->now;
	TRY(application_becomes(v, row, APPLICATION_STATE_NOT_SELECTED));
	TRY(tell_applicant(v, row, LETTER_L24));
	return reading_goes_on(v, row->intake, row->opening);
}

enum outcome
review_decide(struct visit *v)
{
	enum application_act act = act_of(form_text(v->form, "decision"));
	struct application_row_row row;
	enum application_state next;
	bool is_over = false;

	TRY(review_find(v, &row));
	TRY(application_may(row.state, act, true, &next));
	row.words = form_text(v->form, "words");
	if (act != APPLICATION_OFFER)
		row.waits_since_at = (struct moment){ 0 };
	if (act == APPLICATION_REFUSE) {
		TRY(refuse(v, &row));
	} else if (act == APPLICATION_OFFER) {
		TRY(offer_make(v, &row));
		is_over = row.state == APPLICATION_STATE_WAIT_LISTED;
	} else if (act == APPLICATION_WAIT_LIST) {
		TRY(application_waits(v, &row, false));
	} else {
		TRY(application_becomes(v, &row, next));
		TRY(tell_applicant(v, &row, LETTER_L22));
	}
	return visit_see_other(v, url_review_show(v->arena, v->programme->slug, id_print(v->arena, row.id.value)), is_over ? S("offer-waits") : S("decided"));
}
