/* "ID-TOPIC-MAC", the MAC over what stands before it. */
#include "letters/stop.h"

#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"

static struct str
signed_part(struct arena *arena, struct person_id person, enum letter_topic topic)
{
	return str_join(arena, 3, (struct str[]){ id_print(arena, person.value), S("-"), topic_name(topic) });
}

static struct str
mac_text(struct arena *arena, const unsigned char key[SEAL_KEY_BYTES], struct str part)
{
	struct hash mac = secret_mac(key, part);
	struct secret as_secret;

	_Static_assert(sizeof(mac.bytes) == sizeof(as_secret.bytes), "one alphabet for both");
	memcpy(as_secret.bytes, mac.bytes, sizeof(mac.bytes));
	return secret_reveal(arena, &as_secret);
}

struct str
letter_stop_print(struct arena *arena, const unsigned char key[SEAL_KEY_BYTES], struct person_id person, enum letter_topic topic)
{
	struct str part = signed_part(arena, person, topic);

	return str_join(arena, 3, (struct str[]){ part, S("-"), mac_text(arena, key, part) });
}

bool
letter_stop_read(struct arena *arena, const unsigned char key[SEAL_KEY_BYTES], struct str text, struct person_id *person, enum letter_topic *topic)
{
	struct str rest = text, id, name;
	struct hash sent, own;
	int i = 0;

	if (!str_next(&rest, '-', &id) || !id_read(id, &person->value) || !str_next(&rest, '-', &name))
		return false;
	while (i < TOPICS && !str_equal(topic_name((enum letter_topic)i), name))
		i++;
	if (i == TOPICS || i == TOPIC_ACCOUNT || i == TOPIC_ROOM)
		return false;
	*topic = (enum letter_topic)i;
	sent = hash_of(rest);
	own = hash_of(mac_text(arena, key, signed_part(arena, *person, *topic)));
	return hash_equal(&sent, &own);
}
