/* Links that let somebody in once (TRUST.md 6.1): only their hash is kept, looking changes nothing, taking is one conditional
 * update. */
#include "access/access.h"
#include "access/layout.h"
#include "access/store.h"
#include "access/views.h"
#include "base/arena.h"
#include "forms/page.h"
#include "http/routes.h"

enum { LINK_MINUTES = 60, SETUP_MINUTES = 30 };

enum outcome
way_in_make(struct visit *v, enum way_in_kind kind, struct person_id person, struct str *url_out)
{
	bool is_setup = kind == WAY_IN_KIND_SETUP;
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	struct str path = is_setup ? url_setup_show(v->arena) : url_login_link_show(v->arena);
	int64_t minutes = is_setup ? SETUP_MINUTES : LINK_MINUTES, changed;

	TRY(way_in_clean(v->db, moment_plus(v->now, -US_PER_DAY), &changed));
	if (is_setup)
		TRY(way_in_drop_unused(v->db, kind, &changed));
	TRY(way_in_add(v->db, &(struct way_in_add_values){
	    .id = { visit_new_id(v) }, .hash = hash_bytes(&hash), .kind = kind, .person = person, .made = v->now,
	    .expires = moment_plus(v->now, minutes * US_PER_MINUTE) }));
	*url_out = str_join(v->arena, 4, (struct str[]){ v->server->base_url, path, S("?token="), secret_reveal(v->arena, &token) });
	return OK;
}

enum outcome
way_in_find(struct visit *v, enum way_in_kind kind, struct str token, struct way_in *out)
{
	struct way_in_by_hash_row row;
	struct secret secret;
	struct hash hash;
	enum outcome said;

	if (!secret_read(token, &secret))
		return GONE;
	hash = secret_hash(&secret);
	said = way_in_by_hash(v->db, v->arena, hash_bytes(&hash), kind, &row);
	if (said != OK)
		return said == NOT_FOUND ? GONE : said;
	*out = (struct way_in){ .id = row.id, .person = row.person, .name = row.name };
	return moment_is_none(row.used_at) && moment_is_after(row.expires_at, v->now) ? OK : GONE;
}

enum outcome
way_in_take(struct visit *v, const struct way_in *way)
{
	int64_t changed;

	TRY(way_in_use(v->db, way->id, v->now, &changed));
	return changed == 1 ? OK : GONE;
}

enum outcome
way_in_gone_show(struct visit *v, enum way_in_kind kind)
{
	struct gone_view view = { .is_setup = kind == WAY_IN_KIND_SETUP };
	struct page page;

	v->refusal = OK;    /* the page itself says it; no second notice */
	v->reply->status = outcome_status(GONE);
	page = visit_page(v);
	page_way_in_gone(&page, &view);
	return OK;
}
