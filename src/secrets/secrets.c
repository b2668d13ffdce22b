/* libsodium, behind one door. */
#include "secrets/secrets.h"

#include <sodium.h>

#include "base/arena.h"
#include "base/check.h"
#include "system/random.h"

void
secrets_start(void)
{
	check(sodium_init() >= 0);
}

struct secret
secret_new(const struct random *random)
{
	struct secret secret;

	random->fill(random->self, secret.bytes, sizeof(secret.bytes));
	return secret;
}

static struct str
base64_of(struct arena *arena, const unsigned char *bytes, size_t count)
{
	char *text = arena_take(arena, sodium_base64_ENCODED_LEN(count, sodium_base64_VARIANT_URLSAFE_NO_PADDING));

	sodium_bin2base64(text, sodium_base64_ENCODED_LEN(count, sodium_base64_VARIANT_URLSAFE_NO_PADDING), bytes, count,
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return str_from(text);
}

struct str
secret_reveal(struct arena *arena, const struct secret *secret)
{
	return base64_of(arena, secret->bytes, sizeof(secret->bytes));
}

bool
secret_read(struct str text, struct secret *out)
{
	size_t length;

	if (text.length != TOKEN_TEXT)
		return false;
	return sodium_base642bin(out->bytes, sizeof(out->bytes), text.at, text.length, NULL, &length, NULL,
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 && length == sizeof(out->bytes);
}

struct hash
hash_of(struct str bytes)
{
	struct hash hash;

	crypto_hash_sha256(hash.bytes, (const unsigned char *)bytes.at, bytes.length);
	return hash;
}

struct hash
secret_hash(const struct secret *secret)
{
	return hash_of((struct str){ (const char *)secret->bytes, sizeof(secret->bytes) });
}

struct str
hash_bytes(const struct hash *hash)
{
	return (struct str){ (const char *)hash->bytes, sizeof(hash->bytes) };
}

bool
hash_equal(const struct hash *a, const struct hash *b)
{
	return sodium_memcmp(a->bytes, b->bytes, sizeof(a->bytes)) == 0;
}

struct hash
secret_mac(const unsigned char key[HASH_BYTES], struct str bytes)
{
	struct hash mac;

	crypto_auth_hmacsha256(mac.bytes, (const unsigned char *)bytes.at, bytes.length, key);
	return mac;
}

uint64_t
secret_mark(const struct secret *key, struct str bytes)
{
	unsigned char mark[crypto_shorthash_BYTES];
	uint64_t number;

	_Static_assert(crypto_shorthash_KEYBYTES <= TOKEN_BYTES && sizeof(mark) == sizeof(number), "a token is more than a key");
	crypto_shorthash(mark, (const unsigned char *)bytes.at, bytes.length, key->bytes);
	memcpy(&number, mark, sizeof(number));
	return number;
}

/* A MAC of a constant under the session's own secret: whoever cannot read the cookie cannot make the token, and the token does not
 * give the cookie away. */
static void
form_mac(const struct secret *of_session, unsigned char mac[HASH_BYTES])
{
	static const unsigned char words[] = "form token";

	_Static_assert(crypto_auth_hmacsha256_KEYBYTES == TOKEN_BYTES && crypto_auth_hmacsha256_BYTES == HASH_BYTES, "a token is a key");
	crypto_auth_hmacsha256(mac, words, sizeof(words), of_session->bytes);
}

struct str
form_token(struct arena *arena, const struct secret *of_session)
{
	unsigned char mac[HASH_BYTES];

	form_mac(of_session, mac);
	return base64_of(arena, mac, sizeof(mac));
}

struct str
form_token_masked(struct arena *arena, const struct secret *of_session, const struct random *random)
{
	unsigned char both[2 * HASH_BYTES];    /* the mask, then the token under it */

	random->fill(random->self, both, HASH_BYTES);
	form_mac(of_session, both + HASH_BYTES);
	for (size_t i = 0; i < HASH_BYTES; i++)
		both[HASH_BYTES + i] ^= both[i];
	return base64_of(arena, both, sizeof(both));
}

/* A masked token back to its own 43 symbols; anything else as it is. */
static struct str
unmasked(struct arena *arena, struct str shown)
{
	unsigned char both[2 * HASH_BYTES];
	size_t length;

	if (sodium_base642bin(both, sizeof(both), shown.at, shown.length, NULL, &length, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
	    length != sizeof(both))
		return shown;
	for (size_t i = 0; i < HASH_BYTES; i++)
		both[HASH_BYTES + i] ^= both[i];
	return base64_of(arena, both + HASH_BYTES, HASH_BYTES);
}

bool
form_token_is(struct arena *arena, const struct secret *of_session, struct str shown)
{
	struct str wanted = form_token(arena, of_session), plain = unmasked(arena, shown);

	return plain.length == wanted.length && sodium_memcmp(plain.at, wanted.at, wanted.length) == 0;
}
