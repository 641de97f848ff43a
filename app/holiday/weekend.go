package holiday

// Weekend returns the days of a country's weekend, 0 for Monday, where it is not
// Saturday and Sunday, and nil where it is (Unicode CLDR, weekData). Saturday
// stays free where only Sunday is by law: few offices would read a note on it.
func Weekend(country string) []int {
	switch country {
	case "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE":
		return []int{4, 5}
	case "AF":
		return []int{3, 4}
	case "IR":
		return []int{4}
	}
	return nil
}
