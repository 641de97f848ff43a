package words

import (
	"afterword/assets"
	"afterword/data"
)

// A Timing is how the settings page names one number of the schedule.
type Timing struct {
	Name  string // of schedule.md 17
	Label string
	Unit  string // "days", "working days"; "" for a time of day or a list
}

// A TimingGroup is a card of the settings page.
type TimingGroup struct {
	ID, Title string
	Values    []Timing
}

// Timings returns every number of the schedule in plain words, by groups.
func Timings() []TimingGroup {
	days, bd, hours, minutes := assets.L("days"), assets.L("working days"), assets.L("hours"), assets.L("minutes")
	return []TimingGroup{
		{"check_in", assets.L("Check-in"), []Timing{
			{"checkin_due_days", assets.L("A check-in comes after"), days},
			{"checkin_opens_bd", assets.L("It may be sent from"), bd},
			{"checkin_overdue_bd", assets.L("It is late after"), bd},
			{"max_checkins", assets.L("How many at most"), ""},
			{"second_checkin_days", assets.L("A second one comes after"), days},
			{"promise_due_bd", assets.L("After the date they named"), bd},
			{"promise_opens_bd", assets.L("It may then be sent from"), bd},
			{"promise_overdue_bd", assets.L("It is then late after"), bd},
			{"courtesy_gap_bd", assets.L("After a kind answer, wait"), bd},
		}},
		{"thank_you", assets.L("Thank-you"), []Timing{
			{"thank_opens_min", assets.L("May be sent after the interview from"), minutes},
			{"thank_deadline_h", assets.L("Best within"), hours},
			{"thank_morning_cutoff", assets.L("An interview that ends by"), ""},
			{"thank_same_day", assets.L("gets its note the same day at"), ""},
			{"thank_next_morning", assets.L("later ones the next morning at"), ""},
			{"thank_late_from", assets.L("An interview counts as late from"), ""},
			{"thank_pre_weekend_delay_min", assets.L("Before a day off, wait"), minutes},
			{"thank_expires_bd", assets.L("Let it go after"), bd},
			{"thank_to_checkin_gap_bd", assets.L("Between thank-you and check-in"), bd},
		}},
		{"last_note", assets.L("Last note"), []Timing{
			{"stay_min_days", assets.L("The last note comes after"), days},
			{"stay_after_checkin_days", assets.L("and after a check-in by"), days},
			{"stay_open_lead_days", assets.L("It may be sent earlier by"), days},
			{"stay_overdue_bd", assets.L("It is late after"), bd},
		}},
		{"answers", assets.L("Answers and absences"), []Timing{
			{"log_reply_bd", assets.L("Ask what they said within"), bd},
			{"confirm_bd", assets.L("Confirm an invitation within"), bd},
			{"reject_opens_h", assets.L("Answer a no after"), hours},
			{"reject_due_bd", assets.L("and by"), bd},
			{"reject_overdue_bd", assets.L("It is late after"), bd},
			{"offer_ack_h", assets.L("Thank for an offer within"), hours},
			{"ooo_resume_bd", assets.L("After an absence, wait"), bd},
			{"ooo_default_hold_bd", assets.L("An absence without a date lasts"), bd},
			{"ooo_max_days", assets.L("A longer one asks for another contact"), days},
			{"ats_push_bd", assets.L("After \"still under review\", wait"), bd},
			{"ats_push_max", assets.L("How often that may be"), ""},
		}},
		{"hours", assets.L("Working time"), []Timing{
			{"send_time", assets.L("Notes are due at"), ""},
			{"day_start", assets.L("Their day begins"), ""},
			{"day_end", assets.L("Their day ends"), ""},
			{"date_only_end", assets.L("An interview without a time ends"), ""},
			{"default_duration_min", assets.L("An interview without an end takes"), minutes},
			{"weekend", assets.L("Their weekend"), ""},
			{"freeze", assets.L("No check-ins between"), ""},
			{"min_gap_bd", assets.L("Between two notes, at least"), bd},
			{"max_total_nudges", assets.L("Check-ins and last note together, at most"), ""},
		}},
		{"quiet", assets.L("Quiet hours"), []Timing{
			{"quiet_start", assets.L("No notification from"), ""},
			{"quiet_end", assets.L("until"), ""},
		}},
	}
}

// Planned says when an item of the example on the settings page would be due.
func (s Speaker) Planned(it data.Item) string {
	args := assets.Args{"Date": s.Full(it.Due)}
	switch it.Key.Kind() {
	case data.KindThankYou:
		return assets.L("Thank-you: {{.Date}}", args)
	case data.KindCheckIn:
		return assets.L("Check-in: {{.Date}}", args)
	}
	return assets.L("Last note: {{.Date}}", args)
}
