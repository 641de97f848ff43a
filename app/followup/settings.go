package followup

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"afterword/data"
)

// Preset returns the settings of a named preset: standard, fast, patient or
// two_touch (schedule.md 17), and whether there is such a preset.
func Preset(name string) (data.Settings, bool) {
	s := data.DefaultSettings()
	switch name {
	case "standard":
	case "fast":
		s.CheckinOpensBD, s.CheckinDueDays, s.StayMinDays = 3, 7, 21
	case "patient":
		s.CheckinOpensBD, s.CheckinDueDays, s.StayMinDays = 10, 30, 60
		s.StayAfterCheckinDays = 30
	case "two_touch":
		s.CheckinOpensBD, s.CheckinDueDays = 3, 5
		s.MaxCheckins, s.SecondCheckinDays = 2, 9
	default:
		return data.Settings{}, false
	}
	return s, true
}

// SettingsFrom returns the defaults with the values that the JSON object in
// overrides names. Names that begin with _ and null values are passed over; a
// name that is no setting or a value of the wrong kind is ErrInvalid.
func SettingsFrom(overrides []byte) (data.Settings, error) {
	s := data.DefaultSettings()
	if len(bytes.TrimSpace(overrides)) == 0 {
		return s, nil
	}
	var named map[string]json.RawMessage
	if err := json.Unmarshal(overrides, &named); err != nil {
		return s, fmt.Errorf("settings: not an object of names and values: %w", data.ErrInvalid)
	}
	for name, value := range named {
		if strings.HasPrefix(name, "_") || string(value) == "null" {
			delete(named, name)
		}
	}
	for name, value := range named {
		if err := override(&s, name, value); err != nil {
			return s, err
		}
	}
	return s, checkSettings(&s)
}

// override sets one setting. Decoding one name at a time lets an error say
// which one it is about.
func override(s *data.Settings, name string, value json.RawMessage) error {
	one, err := json.Marshal(map[string]json.RawMessage{name: value})
	if err != nil {
		return fmt.Errorf("settings.%s: %w", name, data.ErrInvalid)
	}
	d := json.NewDecoder(bytes.NewReader(one))
	d.DisallowUnknownFields()
	if err := d.Decode(s); err != nil {
		return fmt.Errorf("settings.%s: %s does not fit: %w", name, value, data.ErrInvalid)
	}
	return nil
}

// largest is the largest count a setting may have: more than a lifetime in days.
const largest = 100_000

// checkSettings refuses what no plan can be made from.
func checkSettings(s *data.Settings) error {
	for _, d := range s.Weekend {
		if d < 0 || d > 6 {
			return fmt.Errorf("settings.weekend: %d is not a weekday from 0 (Monday) to 6: %w", d, data.ErrInvalid)
		}
	}
	if len(spans(nil, s.Freeze)) != len(s.Freeze) {
		return fmt.Errorf("settings.freeze: %q are not pairs of MM-DD: %w", s.Freeze, data.ErrInvalid)
	}
	for _, n := range []int{
		s.DefaultDurationMin, s.ThankOpensMin, s.ThankDeadlineH, s.ThankPreWeekendDelayMin, s.ThankExpiresBD,
		s.ThankToCheckinGapBD, s.CheckinOpensBD, s.CheckinDueDays, s.CheckinOverdueBD, s.MaxCheckins,
		s.PromiseOpensBD, s.PromiseDueBD, s.PromiseOverdueBD, s.SecondCheckinDays, s.StayMinDays,
		s.StayAfterCheckinDays, s.StayOpenLeadDays, s.StayOverdueBD, s.RejectOpensH, s.RejectDueBD,
		s.RejectOverdueBD, s.MinGapBD, s.OOOResumeBD, s.OOODefaultHoldBD, s.OOOMaxDays, s.ATSPushBD,
		s.ATSPushMax, s.CourtesyGapBD, s.MaxTotalNudges, s.ConfirmBD, s.LogReplyBD, s.OfferAckH,
	} {
		if n < -largest || n > largest {
			return fmt.Errorf("settings: %d is more than %d: %w", n, largest, data.ErrInvalid)
		}
	}
	return nil
}
