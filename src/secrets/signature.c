/* HMAC-SHA256 of libsodium, for what others sign. */
#include "secrets/signature.h"

#include <sodium.h>

#include "base/arena.h"

struct hash
signature_of(struct str key, const struct str *parts, size_t count)
{
	crypto_auth_hmacsha256_state state;
	struct hash hash;

	_Static_assert(crypto_auth_hmacsha256_BYTES == HASH_BYTES, "a MAC is as long as a hash");
	crypto_auth_hmacsha256_init(&state, (const unsigned char *)key.at, key.length);
	for (size_t i = 0; i < count; i++)
		crypto_auth_hmacsha256_update(&state, (const unsigned char *)parts[i].at, parts[i].length);
	crypto_auth_hmacsha256_final(&state, hash.bytes);
	sodium_memzero(&state, sizeof(state));
	return hash;
}

struct str
signature_print(struct arena *arena, const struct hash *hash)
{
	char *hex = arena_take(arena, SIGNATURE_HEX + 1);

	sodium_bin2hex(hex, SIGNATURE_HEX + 1, hash->bytes, sizeof(hash->bytes));
	return (struct str){ hex, SIGNATURE_HEX };
}

/* The keys of the setting; 0 if they are not fine. */
static size_t
keys_of(struct str setting, struct str keys[SIGNATURE_KEYS_MAX])
{
	size_t count = 0;
	struct str key;

	while (str_next(&setting, ',', &key)) {
		key = str_trim(key);
		if (key.length == 0 || count == SIGNATURE_KEYS_MAX)
			return 0;
		keys[count++] = key;
	}
	return count;
}

bool
signature_keys_are_fine(struct str setting)
{
	struct str keys[SIGNATURE_KEYS_MAX];

	return keys_of(setting, keys) > 0;
}

/* Digits and small letters only: who signs writes it one way, so another way is somebody else. */
static bool
read_hex(struct str hex, struct hash *out)
{
	size_t length;

	if (hex.length != SIGNATURE_HEX)
		return false;
	for (size_t i = 0; i < hex.length; i++)
		if (hex.at[i] >= 'A' && hex.at[i] <= 'F')
			return false;
	return sodium_hex2bin(out->bytes, sizeof(out->bytes), hex.at, hex.length, NULL, &length, NULL) == 0 && length == sizeof(out->bytes);
}

bool
signature_is(struct str setting, const struct str *parts, size_t count, struct str hex)
{
	struct str keys[SIGNATURE_KEYS_MAX];
	size_t key_count = keys_of(setting, keys);
	struct hash shown;
	bool is_one = false;

	if (!read_hex(hex, &shown))
		return false;
	for (size_t i = 0; i < key_count; i++) {
		struct hash mac = signature_of(keys[i], parts, count);

		is_one |= hash_equal(&mac, &shown);    /* no early end: which of the keys it was is nobody's business */
	}
	return is_one;
}
