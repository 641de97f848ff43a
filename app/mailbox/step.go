package mailbox

// A Step is one live line of a connection test.
type Step struct {
	Name  StepName
	State StepState
}

// A StepName names what is being tried.
type StepName string

// The steps, in their order (screens.md 4.6).
const (
	StepFound  StepName = "found"  // found the server
	StepSecure StepName = "secure" // secure connection
	StepSigned StepName = "signed" // signed in
	StepOpened StepName = "opened" // opened read-only
)

// A StepState says how a step goes.
type StepState string

// The states of a step.
const (
	StepRunning StepState = "running"
	StepOK      StepState = "ok"
	StepFailed  StepState = "failed"
)
