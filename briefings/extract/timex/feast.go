package timex

import "dossier/briefings/edtf"

// Feasts that move. Those that do not are written as month and day (1225).
const (
	easter       = 1
	goodFriday   = 2
	easterMonday = 3
	thanksgiving = 4 // the fourth Thursday of November, as in the United States
	laborDay     = 5 // the first Monday of September
	memorialDay  = 6 // the last Monday of May
	pentecost    = 7
	blackFriday  = 8 // the day after Thanksgiving
)

// holiday is the day of a feast in a year.
func holiday(feast, year int) moment {
	sunday := easterSunday(year)
	var day edtf.DayNumber
	switch feast {
	case easter:
		day = sunday
	case goodFriday:
		day = sunday - 2
	case easterMonday:
		day = sunday + 1
	case pentecost:
		day = sunday + 49
	case thanksgiving:
		day = weekdayFrom(edtf.NumberOf(year, 11, 22), 4)
	case blackFriday:
		day = weekdayFrom(edtf.NumberOf(year, 11, 22), 4) + 1
	case laborDay:
		day = weekdayFrom(edtf.NumberOf(year, 9, 1), 1)
	case memorialDay:
		day = weekdayFrom(edtf.NumberOf(year, 5, 25), 1)
	default:
		return dayMoment(year, feast/100, feast%100)
	}
	return moment{day: day, grain: unitDay}
}

// weekdayFrom is the first day of that name on or behind a day.
func weekdayFrom(day edtf.DayNumber, weekday int) edtf.DayNumber {
	return day + edtf.DayNumber(mod(weekday-day.Weekday(), 7))
}

// easterSunday is the western one, by the anonymous Gregorian algorithm
// (Nature, 20 April 1876).
func easterSunday(year int) edtf.DayNumber {
	a, b, c := mod(year, 19), floorDiv(year, 100), mod(year, 100)
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := mod(19*a+b-d-g+15, 30)
	i, k := c/4, c%4
	l := mod(32+2*e+2*i-h-k, 7)
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return edtf.NumberOf(year, month, mod(h+l-7*m+33*month+19, 32))
}
