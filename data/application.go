package data

import "time"

// An Application is one job at one company: a row of the main list.
type Application struct {
	ID           ID
	Company      string
	Role         string
	EmployerZone string    // IANA name; "" means the user's zone
	Country      string    // ISO 3166 alpha-2 of the employer; "" when unknown
	Source       string    // "agency" when an agency arranged it, else ""
	Policy       Policy    // who may be written to
	PromisedBy   Day       // the date the employer named when the application was added; zero for none
	PromisedText string    // the words they used, such as "by the end of next week"
	Holidays     []Day     // days off of this employer; where there are any, they stand in place of its country's
	Notes        string    // the user's own
	Added        time.Time // when it was added
	Updated      time.Time // when a fact of it last changed
	State        AppState  // derived from closed, reopened, archived and deleted events in force
	CloseReason  string    // "no_answer", "other" or "" when not closed by the user
}

// A Policy says whom the plan may write to (schedule.md 1.1).
type Policy string

// The contact policies. The empty Policy has no limits.
const (
	AnyContact Policy = ""
	NoContact  Policy = "no_contact"
	ViaAgency  Policy = "via_agency"
)

// An AppState says where an application is kept. The plan does not know it
// (schedule.md 16.9).
type AppState string

// The states of an application.
const (
	Active   AppState = "active"
	ClosedBy AppState = "closed" // closed by the user, not by an answer
	Archived AppState = "archived"
	Deleted  AppState = "deleted"
)

// A Case is everything known of one application: what a plan is made from.
type Case struct {
	Application Application
	Interviews  []Interview // in the order in which they were added
	People      []Person    // everybody of this application, interviewers first
	Events      []Event     // by At, then in the order of filing; undone ones and undos included
}

// Person returns the person with the given ID, and whether there is one.
func (c *Case) Person(id ID) (Person, bool) {
	for _, p := range c.People {
		if p.ID == id {
			return p, true
		}
	}
	return Person{}, false
}
