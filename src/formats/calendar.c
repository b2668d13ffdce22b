/* Years are counted whole (365 and the leap days before them), months by a table. */
#include "formats/calendar.h"

static const int days_before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

enum { EPOCH_YEAR = 1970, DAYS_OF_400_YEARS = 146097 };

int64_t
calendar_floor(int64_t number, int64_t by)
{
	int64_t whole = number / by;

	return number % by != 0 && (number < 0) != (by < 0) ? whole - 1 : whole;
}

bool
calendar_is_leap(int64_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
calendar_days_of_month(int64_t year, int month)
{
	int days = days_before[month] - days_before[month - 1];

	return month == 2 && calendar_is_leap(year) ? days + 1 : days;
}

/* Days from the year 1 to the first day of that year. */
static int64_t
days_before_year(int64_t year)
{
	int64_t past = year - 1;

	return past * 365 + calendar_floor(past, 4) - calendar_floor(past, 100) + calendar_floor(past, 400);
}

int64_t
calendar_days(struct date d)
{
	int64_t days = days_before_year(d.year) - days_before_year(EPOCH_YEAR) + days_before[d.month - 1] + d.day - 1;

	return d.month > 2 && calendar_is_leap(d.year) ? days + 1 : days;
}

struct date
calendar_date(int64_t days)
{
	int64_t left = days + days_before_year(EPOCH_YEAR);
	struct date d = { .year = calendar_floor(left * 400, DAYS_OF_400_YEARS) + 1, .month = 1 };
	int64_t before = days_before_year(d.year);

	/* The mean year is a guess that is off by one day at most around New Year. */
	while (before > left)
		before = days_before_year(--d.year);
	while (before + 365 + (calendar_is_leap(d.year) ? 1 : 0) <= left)
		before = days_before_year(++d.year);
	left -= before;
	while (left >= calendar_days_of_month(d.year, d.month))
		left -= calendar_days_of_month(d.year, d.month++);
	d.day = (int)left + 1;
	return d;
}

int
calendar_weekday(int64_t days)
{
	int64_t since_monday = days + 3;    /* 1970-01-01 was a Thursday */

	return (int)(since_monday - calendar_floor(since_monday, 7) * 7);
}
