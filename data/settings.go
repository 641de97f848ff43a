package data

// Settings holds the numbers of the schedule (schedule.md 17). A count ending
// in BD is in working days, in Days in calendar days.
type Settings struct {
	Weekend []int      `json:"weekend"` // 0 is Monday
	Freeze  [][]string `json:"freeze"`  // pairs of MM-DD, both ends inside

	DayStart    Wall `json:"day_start"`
	SendTime    Wall `json:"send_time"`
	DayEnd      Wall `json:"day_end"`
	DateOnlyEnd Wall `json:"date_only_end"`
	QuietStart  Wall `json:"quiet_start"`
	QuietEnd    Wall `json:"quiet_end"`

	DefaultDurationMin      int  `json:"default_duration_min"`
	ThankOpensMin           int  `json:"thank_opens_min"`
	ThankDeadlineH          int  `json:"thank_deadline_h"`
	ThankMorningCutoff      Wall `json:"thank_morning_cutoff"`
	ThankSameDay            Wall `json:"thank_same_day"`
	ThankNextMorning        Wall `json:"thank_next_morning"`
	ThankLateFrom           Wall `json:"thank_late_from"`
	ThankPreWeekendDelayMin int  `json:"thank_pre_weekend_delay_min"`
	ThankExpiresBD          int  `json:"thank_expires_bd"`
	ThankToCheckinGapBD     int  `json:"thank_to_checkin_gap_bd"`

	CheckinOpensBD    int `json:"checkin_opens_bd"`
	CheckinDueDays    int `json:"checkin_due_days"`
	CheckinOverdueBD  int `json:"checkin_overdue_bd"`
	MaxCheckins       int `json:"max_checkins"`
	PromiseOpensBD    int `json:"promise_opens_bd"`
	PromiseDueBD      int `json:"promise_due_bd"`
	PromiseOverdueBD  int `json:"promise_overdue_bd"`
	SecondCheckinDays int `json:"second_checkin_days"`

	StayMinDays          int `json:"stay_min_days"`
	StayAfterCheckinDays int `json:"stay_after_checkin_days"`
	StayOpenLeadDays     int `json:"stay_open_lead_days"`
	StayOverdueBD        int `json:"stay_overdue_bd"`

	RejectOpensH    int `json:"reject_opens_h"`
	RejectDueBD     int `json:"reject_due_bd"`
	RejectOverdueBD int `json:"reject_overdue_bd"`

	MinGapBD         int `json:"min_gap_bd"`
	OOOResumeBD      int `json:"ooo_resume_bd"`
	OOODefaultHoldBD int `json:"ooo_default_hold_bd"`
	OOOMaxDays       int `json:"ooo_max_days"`
	ATSPushBD        int `json:"ats_push_bd"`
	ATSPushMax       int `json:"ats_push_max"`
	CourtesyGapBD    int `json:"courtesy_gap_bd"`
	MaxTotalNudges   int `json:"max_total_nudges"`
	ConfirmBD        int `json:"confirm_bd"`
	LogReplyBD       int `json:"log_reply_bd"`
	OfferAckH        int `json:"offer_ack_h"`
}

// DefaultSettings returns the standard preset (schedule.md 17).
func DefaultSettings() Settings {
	return Settings{
		Weekend: []int{5, 6}, Freeze: [][]string{{"12-24", "01-01"}},
		DayStart: 9 * 60, SendTime: 10 * 60, DayEnd: 18 * 60, DateOnlyEnd: 17 * 60,
		QuietStart: 21 * 60, QuietEnd: 8 * 60,
		DefaultDurationMin: 60, ThankOpensMin: 60, ThankDeadlineH: 24,
		ThankMorningCutoff: 13 * 60, ThankSameDay: 16 * 60, ThankNextMorning: 9 * 60,
		ThankLateFrom: 19 * 60, ThankPreWeekendDelayMin: 120, ThankExpiresBD: 5, ThankToCheckinGapBD: 3,
		CheckinOpensBD: 5, CheckinDueDays: 14, CheckinOverdueBD: 3, MaxCheckins: 1,
		PromiseOpensBD: 1, PromiseDueBD: 2, PromiseOverdueBD: 5, SecondCheckinDays: 7,
		StayMinDays: 28, StayAfterCheckinDays: 14, StayOpenLeadDays: 7, StayOverdueBD: 10,
		RejectOpensH: 24, RejectDueBD: 2, RejectOverdueBD: 5,
		MinGapBD: 5, OOOResumeBD: 1, OOODefaultHoldBD: 5, OOOMaxDays: 60,
		ATSPushBD: 5, ATSPushMax: 2, CourtesyGapBD: 5, MaxTotalNudges: 6,
		ConfirmBD: 1, LogReplyBD: 1, OfferAckH: 24,
	}
}

// A Me is the user: who signs the letters, and which mails are their own.
type Me struct {
	Name    string
	Address string
	Aliases []string
}
