package letter

import (
	"encoding/json"
	"fmt"
	"slices"

	"afterword/data"
)

// A caseFile is a file of letters to check, as testdata/tone.json shows it
// (contract.md, check --case).
type caseFile struct {
	Examples   []sentenceCase
	Structural []letterCase `json:"structural_examples"`
	Templates  []templateCase
}

type sentenceCase struct{ ID, Stage, Text string }

type letterCase struct {
	ID, Stage, Subject, Body string
	Ctx                      *struct {
		To             string
		First          string
		Last           string
		Preferred      string
		Company        string
		Topic          string
		OtherCompanies []string `json:"other_companies"`
		PastEmployers  []string `json:"past_employers"`
		ThreadExists   bool     `json:"thread_exists"`
		Attachments    int
	}
	Previous []string
}

type templateCase struct{ Stage, Tone, Subject, Body string }

// A caseResult is what CheckCases says. Findings are rule ids of every level.
type caseResult struct {
	Examples   map[string][]string `json:"examples"`
	Structural map[string][]string `json:"structural"`
	Templates  []templateResult    `json:"templates"`
}

type templateResult struct {
	Stage    string   `json:"stage"`
	Tone     string   `json:"tone"`
	Findings []string `json:"findings"`
}

// CheckCases checks a file of sentences, letters and templates and returns the
// findings as JSON (contract.md). A template is checked with all values and with
// those alone that it cannot do without. The error wraps data.ErrInvalid.
func CheckCases(b []byte) ([]byte, error) {
	var in caseFile
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, fmt.Errorf("read letter cases: %v: %w", err, data.ErrInvalid)
	}
	out := caseResult{Examples: map[string][]string{}, Structural: map[string][]string{}, Templates: []templateResult{}}
	for _, c := range in.Examples {
		out.Examples[c.ID] = rulesOf(CheckSentence(c.Stage, c.Text))
	}
	for _, c := range in.Structural {
		out.Structural[c.ID] = rulesOf(c.check())
	}
	for _, c := range in.Templates {
		found, err := c.check()
		if err != nil {
			return nil, err
		}
		out.Templates = append(out.Templates, templateResult{c.Stage, c.Tone, found})
	}
	return json.Marshal(out)
}

func (c letterCase) check() []data.Finding {
	ctx := Context{Stage: c.Stage, Previous: c.Previous}
	if c.Ctx != nil {
		ctx.First, ctx.Last, ctx.Preferred = c.Ctx.First, c.Ctx.Last, c.Ctx.Preferred
		ctx.Company, ctx.Topic = c.Ctx.Company, c.Ctx.Topic
		ctx.OtherCompanies, ctx.PastEmployers = c.Ctx.OtherCompanies, c.Ctx.PastEmployers
		ctx.Envelope = &Envelope{To: c.Ctx.To, Thread: c.Ctx.ThreadExists, Attachments: c.Ctx.Attachments}
	}
	return Check("Subject: "+c.Subject+"\n\n"+c.Body, ctx)
}

func (c templateCase) check() ([]string, error) {
	f, err := newForm(Template{Stage: c.Stage, Tone: data.Tone(c.Tone), Subject: c.Subject, Body: c.Body})
	if err != nil {
		return nil, fmt.Errorf("read template: %v: %w", err, data.ErrInvalid)
	}
	found := []string{}
	for _, b := range []Brief{sample(c.Stage, f.needs), everything(c.Stage)} {
		d, err := f.fill(b)
		if err != nil {
			return nil, err
		}
		ctx := Context{Stage: c.Stage, First: b.First, Last: b.Last, Company: b.Company, Topic: b.Topic}
		for _, id := range rulesOf(Check("Subject: "+d.Subject+"\n\n"+d.Body, ctx)) {
			if !slices.Contains(found, id) {
				found = append(found, id)
			}
		}
	}
	return found, nil
}

// everything is a brief with a value for each name that a template may use.
func everything(stage string) Brief {
	return Brief{
		Stage: stage, First: "Dana", Last: "Reyes", Title: "Ms", Role: "data analyst", Company: "Northwind",
		Me: "Sam Lind", Topic: "weekly reports", Strength: "my work on sales dashboards", Day: "on Tuesday",
		Date: "on 17 November", NextStep: "the talk with your team", PromisedDay: "Friday",
		Deadline: "4 December", News: "I finished the certificate in statistics",
	}
}

// sample is a brief without the optional values that are not among needs.
func sample(stage string, needs []string) Brief {
	b := everything(stage)
	for name, value := range map[string]*string{
		"Topic": &b.Topic, "Strength": &b.Strength, "NextStep": &b.NextStep,
		"Deadline": &b.Deadline, "News": &b.News,
	} {
		if !slices.Contains(needs, name) {
			*value = ""
		}
	}
	return b
}

func rulesOf(found []data.Finding) []string {
	ids := []string{}
	for _, f := range found {
		if !slices.Contains(ids, f.Rule) {
			ids = append(ids, f.Rule)
		}
	}
	return ids
}
