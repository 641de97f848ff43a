package widgets

import (
	"bytes"
	"encoding/json"
	"time"

	"fyne.io/fyne/v2"
)

// A Node is one thing on screen as the map of the window shows it (contract.md).
// A control fills in ID, Role, Text and Value; the map adds the rest. Places
// are device pixels from the window's top left.
type Node struct {
	ID         string   `json:"id"`
	Role       string   `json:"role"`
	Text       []string `json:"text"`
	Value      string   `json:"value"`
	X          int      `json:"x"`
	Y          int      `json:"y"`
	W          int      `json:"w"`
	H          int      `json:"h"`
	Visible    bool     `json:"visible"`
	Clipped    bool     `json:"clipped"`
	Enabled    bool     `json:"enabled"`
	Focused    bool     `json:"focused"`
	FocusOrder int      `json:"focus_order"`
	Parent     string   `json:"parent"`
}

// A Described widget says what it is. Without an ID it is not in the map; with
// an ID and no Role it is only the parent of what lies in it.
type Described interface{ Describe() Node }

// A State is what the program knows about a window and the tree does not say.
type State struct {
	Page, Selected string
	Busy, Ready    bool
	Active         bool // the window has the desktop's focus
	Now            time.Time
}

// A Map writes what one window shows. It holds no control: the tree is read
// afresh each time, so what is gone from it leaves nothing behind.
type Map struct {
	rev  int
	last []byte
	now  time.Time
}

type mapWindow struct {
	W       int    `json:"w"`
	H       int    `json:"h"`
	Title   string `json:"title"`
	Focused bool   `json:"focused"`
}

type mapFile struct {
	Schema   string    `json:"schema"`
	Rev      int       `json:"rev"`
	Ready    bool      `json:"ready"`
	Busy     bool      `json:"busy"`
	Page     string    `json:"page"`
	Selected string    `json:"selected"`
	Modal    string    `json:"modal"`
	Window   mapWindow `json:"window"`
	Scale    float32   `json:"scale"`
	Now      time.Time `json:"now"`
	Nodes    []Node    `json:"nodes"`
}

// Snapshot returns the map as JSON (schema afterword-ui/1) and whether it is to be
// written again: rev rises with each visible change, and of the clock alone whole
// minutes count, under the same rev. It is called on the UI goroutine.
func (m *Map) Snapshot(w fyne.Window, s State) ([]byte, bool) {
	c := w.Canvas()
	scale := c.Scale()
	f := mapFile{
		Schema: "afterword-ui/1", Rev: m.rev, Ready: s.Ready, Busy: s.Busy, Page: s.Page, Selected: s.Selected,
		Window: mapWindow{pixels(c.Size().Width, scale), pixels(c.Size().Height, scale), w.Title(), s.Active},
		Scale:  scale, Now: m.now,
	}
	f.Modal, f.Nodes = Nodes(c)
	same, err := json.Marshal(f)
	alike := err == nil && m.rev > 0 && bytes.Equal(same, m.last)
	if alike && s.Now.Sub(m.now).Abs() < time.Minute {
		return m.last, false
	}
	if !alike {
		m.rev++
	}
	m.now = s.Now
	f.Rev, f.Now = m.rev, s.Now
	out, err := json.Marshal(f)
	if err != nil { // no field of a map can fail to be written
		return m.last, false
	}
	m.last = out
	return out, true
}

func pixels(length, scale float32) int { return int(round(length * scale)) }
