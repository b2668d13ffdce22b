/* liboath, behind one door; and codes for paper. */
#include "secrets/totp.h"

#include <liboath/oath.h>
#include <sodium.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/html.h"
#include "system/random.h"

enum { GROUP = 4, SYMBOL_BITS = 5, TEXT_MAX = 800, RECOVERY_BYTES = RECOVERY_SYMBOLS * SYMBOL_BITS / 8 };

static const char rfc_4648[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
static const char crockford[] = "0123456789abcdefghjkmnpqrstvwxyz";

struct totp_seed
totp_seed_new(const struct random *random)
{
	struct totp_seed seed;

	random->fill(random->self, seed.bytes, sizeof(seed.bytes));
	return seed;
}

/* Whole groups of 5 bytes and nothing else are ever printed, so there is no padding. A mark of NUL: none between the groups. */
static struct str
base32(struct arena *arena, const unsigned char *bytes, size_t count, const char *alphabet, char mark)
{
	struct buf out = buf_new(arena, TEXT_MAX);
	unsigned waiting = 0, bits = 0;
	size_t written = 0;

	check(count % SYMBOL_BITS == 0);
	for (size_t i = 0; i < count; i++) {
		waiting = waiting << 8 | bytes[i];
		for (bits += 8; bits >= SYMBOL_BITS; bits -= SYMBOL_BITS) {
			if (mark != '\0' && written > 0 && written % GROUP == 0)
				buf_char(&out, mark);
			buf_char(&out, alphabet[waiting >> (bits - SYMBOL_BITS) & 31]);
			written++;
		}
		waiting &= (1u << bits) - 1;
	}
	return buf_str(&out);
}

struct str
totp_seed_text(struct arena *arena, const struct totp_seed *seed)
{
	return base32(arena, seed->bytes, sizeof(seed->bytes), rfc_4648, ' ');
}

struct str
totp_url(struct arena *arena, const struct totp_seed *seed, struct str issuer, struct str account)
{
	struct buf out = buf_new(arena, TEXT_MAX * 4);

	buf_add(&out, S("otpauth://totp/"));
	url_component(&out, issuer);
	buf_char(&out, ':');
	url_component(&out, account);
	buf_add(&out, S("?secret="));
	buf_add(&out, base32(arena, seed->bytes, sizeof(seed->bytes), rfc_4648, '\0'));
	buf_add(&out, S("&issuer="));
	url_component(&out, issuer);
	buf_add(&out, S("&algorithm=SHA1&digits=6&period=30"));
	return buf_str(&out);
}

static void
code_of(const struct totp_seed *seed, int64_t step, char code[TOTP_DIGITS + 1])
{
	check(oath_totp_generate((const char *)seed->bytes, sizeof(seed->bytes), (time_t)(step * TOTP_STEP_SECONDS), TOTP_STEP_SECONDS, 0,
	    TOTP_DIGITS, code) == OATH_OK);
}

static int64_t
step_of(struct moment at)
{
	return at.us / (TOTP_STEP_SECONDS * US_PER_SECOND);
}

struct str
totp_code(struct arena *arena, const struct totp_seed *seed, struct moment at)
{
	char code[TOTP_DIGITS + 1];

	code_of(seed, step_of(at), code);
	return str_copy(arena, str_from(code));
}

/* Six digits without the blanks that apps show between them. */
static bool
read_digits(struct str code, char digits[TOTP_DIGITS])
{
	size_t count = 0;

	for (size_t i = 0; i < code.length; i++) {
		if (code.at[i] == ' ')
			continue;
		if (code.at[i] < '0' || code.at[i] > '9' || count == TOTP_DIGITS)
			return false;
		digits[count++] = code.at[i];
	}
	return count == TOTP_DIGITS;
}

bool
totp_is(const struct totp_seed *seed, struct str code, struct moment now, int64_t last_step, int64_t *step_out)
{
	char digits[TOTP_DIGITS], wanted[TOTP_DIGITS + 1];
	bool is_found = false;

	if (!read_digits(code, digits))
		return false;
	for (int64_t step = step_of(now) - 1; step <= step_of(now); step++) {
		bool is_equal;

		code_of(seed, step, wanted);
		is_equal = sodium_memcmp(digits, wanted, TOTP_DIGITS) == 0;
		if (!is_equal || step <= last_step)
			continue;
		*step_out = step;
		is_found = true;
	}
	sodium_memzero(wanted, sizeof(wanted));
	return is_found;
}

struct str
recovery_new(struct arena *arena, const struct random *random)
{
	unsigned char bytes[RECOVERY_BYTES];

	_Static_assert(RECOVERY_BYTES * 8 == RECOVERY_SYMBOLS * SYMBOL_BITS, "24 symbols hold 120 bits");
	random->fill(random->self, bytes, sizeof(bytes));
	return base32(arena, bytes, sizeof(bytes), crockford, '-');
}

static char
canonical(char c)
{
	if (c >= 'A' && c <= 'Z')
		c = (char)(c - 'A' + 'a');
	return c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c;
}

bool
recovery_hash(struct str typed, struct hash *out)
{
	char symbols[RECOVERY_SYMBOLS];
	size_t count = 0;

	for (size_t i = 0; i < typed.length; i++) {
		char c = canonical(typed.at[i]);

		if (c == ' ' || c == '-')
			continue;
		if (c == '\0' || strchr(crockford, c) == NULL || count == RECOVERY_SYMBOLS)
			return false;
		symbols[count++] = c;
	}
	if (count != RECOVERY_SYMBOLS)
		return false;
	*out = hash_of((struct str){ symbols, sizeof(symbols) });
	return true;
}
