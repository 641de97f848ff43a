package words

import (
	"strings"
	"time"

	"golang.org/x/text/language"
)

// FirstWeekday returns the day on which a week begins where the user is: by the
// first of some language tags that names a region, such as "en-US" or
// "de_DE.UTF-8", else by where the first one's language is mostly spoken (Unicode
// CLDR, supplemental data, weekData/firstDay).
func FirstWeekday(tags ...string) time.Weekday {
	best := ""
	for _, tag := range tags {
		tag, _, _ = strings.Cut(tag, ".")
		parsed, err := language.Parse(strings.ReplaceAll(tag, "_", "-"))
		if err != nil || tag == "" || tag == "C" {
			continue
		}
		region, sure := parsed.Region()
		if sure == language.Exact {
			return firstWeekday(region.String())
		}
		if best == "" {
			best = region.String()
		}
	}
	return firstWeekday(best)
}

func firstWeekday(region string) time.Weekday {
	within := func(list string) bool { return region != "" && strings.Contains(" "+list+" ", " "+region+" ") }
	switch {
	case within("AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"):
		return time.Sunday
	case within("AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"):
		return time.Saturday
	case within("MV"):
		return time.Friday
	}
	return time.Monday
}
