// Package screen holds the pages and sheets of the window, one file each. A
// page takes from its Host what it needs: facts from the desk, controls from
// the kit, and a few ways out.
//
// It talks to the desk and to Fyne; it must not see the window, the store or
// the mailbox.
package screen

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

// A Host is what the window lends to its pages. Its functions are called on the
// UI goroutine.
type Host struct {
	Desk *desk.Desk
	Kit  *widgets.Kit

	Context context.Context // ends with the window
	Window  func() fyne.Window

	Go       func(Place)                                               // to another page
	Changed  func()                                                    // shown facts may be stale: load again what shows
	Toast    func(text string, undo data.ID)                           // a calm line at the bottom; undo "" offers none
	Again    func(text, action string, act func())                     // the same with a button of that name
	Explain  func(error) string                                        // what happened, in the words of the user
	Fail     func(error)                                               // put into words, at the bottom; details on demand
	Open     func(address string) error                                // a web page or a mailto
	OpenMail func(ctx context.Context, messageID string) (bool, error) // in the mail program; false where none can
	// OpenLetter writes a letter to a file of that name and opens it in the mail program.
	OpenLetter func(name string, eml []byte) error
	// SaveLetter writes a letter to a file for the user to keep, and returns where.
	SaveLetter func(name string, eml []byte) (string, error)
	Sending    Sending // lets letters out
	// ReadFile returns the name of a file and what is in it; a larger one is refused.
	ReadFile func(path string, most int64) (string, []byte, error)
	// Appear shows the window as its settings say now.
	Appear func()
	// Stirred tells that a list moves: what can wait until nothing does, waits.
	Stirred func()
	// UndoBatch takes back what came together, and says so.
	UndoBatch func(batch data.ID)

	Copy     func(text string) error                            // to the clipboard
	Add      func()                                             // the add sheet
	Said     func(application data.ID)                          // the sheet "What did they say?"
	Edit     func(application data.ID)                          // the sheet that edits an application
	Mail     func(message data.ID)                              // the sheet that shows one mail
	Focus    func(fyne.Focusable)                               // hand the focus over
	Selected func(application data.ID)                          // for the map of the window
	After    func(time.Duration, func()) *time.Timer            // time.AfterFunc, which a test holds still
	Do       func(act func(context.Context) error, then func()) // act off the UI goroutine; a failure goes to Fail, else then runs and what shows is loaded again

	mend   data.ID   // the person whose address the next edit sheet begins with
	adding *addSheet // the add sheet while it is open; a dropped file fills it

	unsaved int32       // texts that wait for the disk; read and written by sync/atomic
	draft   *sheetDraft // of the open sheet; nil for none
	acts    int         // facts that the user filed here: after one, rows may change places
}

// waits counts a text that waits for the disk.
func (h *Host) waits(by int) { atomic.AddInt32(&h.unsaved, int32(by)) }

// Unsaved reports whether something that was typed is on its way to the disk.
func (h *Host) Unsaved() bool {
	if atomic.LoadInt32(&h.unsaved) > 0 {
		return true
	}
	if h.draft == nil {
		return false
	}
	_, fresh := h.draft.texts()
	return fresh
}

// Mend opens the sheet that edits an application at the address of a person, to
// whom a note could not be delivered.
func (h *Host) Mend(application, person data.ID) {
	h.mend = person
	h.Edit(application)
}

// A Place is where the window can go.
type Place struct {
	Page        string // today, interviews, mail, people, settings, letter, welcome
	Application data.ID
	Item        data.ItemKey
	Section     string // of settings: mailbox, timing, …
	Person      data.ID
}

// The pages.
const (
	PageWelcome    = "welcome"
	PageToday      = "today"
	PageInterviews = "interviews"
	PageMail       = "mail"
	PageInsights   = "insights"
	PageSettings   = "settings"
	PageLetter     = "letter"
	PagePeople     = "people"
	PageCalendar   = "calendar"
)

// A Page is one page of the window.
type Page interface {
	Content() fyne.CanvasObject // made once
	Refresh()                   // read the facts again and show them
	Leave()                     // the page is left: save what was typed, stop loading
	Enter() fyne.Focusable      // what gets the focus when the page opens; may be nil
	Key(widgets.KeyPress) bool  // keys of this page that no control took
}

// A Listed page has a list beside a detail, which share one place in a narrow
// window.
type Listed interface {
	Page
	Detail() fyne.CanvasObject
}

// A Searched page has a search field of its own.
type Searched interface {
	Page
	Search() // moves the focus there
}
