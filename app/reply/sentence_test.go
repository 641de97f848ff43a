package reply

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// TestSentences holds the judgement to what answers say where no header tells
// who wrote them: each sentence of testdata/sentences.json alone, as an answer
// to a mail of ours. A notice is never taken for a person, and what may be one
// stops nothing but is asked about.
func TestSentences(t *testing.T) {
	var sets map[string][]string
	if err := json.Unmarshal(readFile(t, "testdata/sentences.json"), &sets); err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[string]struct {
		class  data.Class
		action data.Action
	}{
		"away":    {data.ClassAutoReply, data.ActionHold},
		"left":    {data.ClassAutoReply, data.ActionReview},
		"person":  {data.ClassHuman, data.ActionStop},
		"receipt": {data.ClassAutoAck, data.ActionFile},
		"unsure":  {data.ClassHuman, data.ActionReview},
	} {
		if len(sets[kind]) == 0 {
			t.Errorf("no sentences of %s", kind)
		}
		for _, s := range sets[kind] {
			m := Parse([]byte(answerHead + s + "\n"))
			v := Classify(m, robin())
			d := ourThread(m).Match(m, v, time.Date(2026, 12, 8, 12, 0, 0, 0, time.UTC), "inbox")
			if v.Class != want.class || d.Action != want.action {
				t.Errorf("%q: got %s by %s, %s; want %s, %s", s, v.Class, v.Rule, d.Action, want.class, want.action)
			}
		}
	}
}

// answerHead is the head of an answer to a mail of ours, and nothing in it tells
// a person from a program.
const answerHead = "From: Kim Doe <kim.doe@acme.example>\nTo: Robin Hale <robin.hale@mail.example>\nSubject: Re: Our conversation\n" +
	"Date: Tue, 08 Dec 2026 09:00:00 +0100\nMessage-ID: <a@acme.example>\nIn-Reply-To: <ours@mail.example>\nContent-Type: text/plain; charset=utf-8\n\n"

// TestReturns reads the day of a return and whether it is still away, as "kk"
// stands for a date: "2026-12-14", and "=2026-12-13" where that day is still away.
func TestReturns(t *testing.T) {
	for text, want := range map[string]string{
		"Away Dec 7-11, back Monday.":                                      "=2026-12-11",
		"I am absent 8 - 9 December and again 21 December - 8 January.":    "=2026-12-09",
		"My working days are Tuesday, Wednesday and Thursday.":             "",
		"Out of the office, back a week on Tuesday.":                       "2026-12-22",
		"I am on leave, returning Monday 9th November 2026.":               "", // a forgotten notice
		"OOO 12/1-12/9. Back 12/10. For payroll call 555-12-31.":           "2026-12-10",
		"In KW 50 bin ich auf Messe, ab KW 51 lese ich wieder Mails.":      "2026-12-14",
		"Nieobecny 8-9.XII.2026.":                                          "=2026-12-09",
		"Tôi đang nghỉ phép đến hết ngày 14/12. Việc gấp gọi chị Lan.":     "=2026-12-14", // "12. vi" is no date
		"我在外地培训,十二月十四号回公司。":                                                "2026-12-14",
		"لست في المكتب حالياً، وأعود إلى العمل في 10 كانون الأول.":         "2026-12-10",
		"Távol leszek 2026. december 9-től 2026. december 18-ig.":          "=2026-12-18",
		"출장 중입니다. 복귀일: 2026. 12. 9.(수)":                                    "2026-12-09",
		"Heute bin ich nur bis 11:30 Uhr da, morgen wieder ganztägig.":     "2026-12-09",
		"Jeg ser ikke på e-post før mandag 14. desember.":                  "2026-12-14",
		"I am away until 10 December (w/c 7 December), sorry for the wait": "2026-12-10",
	} {
		v := Classify(Parse([]byte(strings.Replace(answerHead, "Re: Our", "Automatic reply: Our", 1)+text+"\n")), nil)
		got := v.Return.String()
		if v.Inclusive {
			got = "=" + got
		}
		if got != want {
			t.Errorf("%q: got %q by %s, want %q", text, got, v.Rule, want)
		}
	}
}

// TestNobodysMailbox holds that the answer of a department's mailbox is never only
// filed for its words: what reads like a system's is asked about, and who calls us
// by name is a person.
func TestNobodysMailbox(t *testing.T) {
	head := strings.Replace(answerHead, "Kim Doe <kim.doe@acme.example>", "Acme <careers@acme.example>", 1)
	for text, want := range map[string]data.Action{
		"Thank you for writing. Messages are answered within ten working days.": data.ActionReview,
		"Vielen Dank. Ihr Schreiben wird schnellstmöglich bearbeitet.":          data.ActionReview,
		"Hi Robin, you hear from us within ten working days.":                   data.ActionStop,
		"Thanks, see you on Monday.":                                            data.ActionStop,
	} {
		m := Parse([]byte(head + text + "\n"))
		if d := ourThread(m).Match(m, Classify(m, robin()), time.Date(2026, 12, 8, 12, 0, 0, 0, time.UTC), "inbox"); d.Action != want {
			t.Errorf("%q: got %s, want %s", text, d.Action, want)
		}
	}
}
