import type { accounts as german } from "../de/accounts";

const minutes = (count: number) => (count === 1 ? "one minute" : `${count} minutes`);

export const accounts: typeof german = {
  link: "Account",
  maybeThere: "If it is in your account, it opens only while you are signed in.",
  toAccount: "Look in your account",
  address: "Email address",
  addressFault: "Enter an email address such as name@example.org.",
  password: "Password",
  show: "Show password",
  hide: "Hide password",
  code: "Code",
  codeHint: "Six digits from your app, or one of your recovery codes.",
  wait: (count) =>
    `There were too many attempts. Try again in ${minutes(count)}, or set a new password under “Forgotten password”. After that you can sign in at once.`,
  waitCode: (count) => `There were too many attempts. Try again in ${minutes(count)}.`,
  passwordFaults: (least, most) => ({
    "too-short": `The password is too short. Use at least ${least} characters.`,
    "too-long": `The password is too long. Use at most ${most} characters.`,
    common: "This password is easy to guess: it is on lists of known passwords or repeats itself. Choose another one.",
    personal: "This password is little more than your address or the name KI-Pegel. Choose another one.",
  }),
  passwordHint: (least) => `At least ${least} characters. Several words in a row are good. You need no capitals, digits or symbols.`,
  signIn: {
    title: "Sign in",
    lead: "With an account, your assessments and workspaces open on every device.",
    notNeeded: "You do not need one: every link opens without signing in.",
    forInvitation:
      "The invitation to a workspace needs an account. If you have none yet, create one, then open the link from the invitation once more.",
    submit: "Sign in",
    refused: "The email address or the password is wrong.",
    provider: (name) => `Sign in with ${name}`,
    or: "Or with a password",
    signUp: "Create an account",
    reset: "Forgotten password",
    notices: {
      "password-set": "Your new password is set. You are signed out on all devices. Please sign in now.",
      "address-changed": "Your new address is set. Use it to sign in from now on.",
      "signed-out": "You are signed out.",
      deleted: "Your account is deleted. What it opened, this browser opens now.",
    },
    faults: {
      failed: "Signing in did not work. Please try again.",
      unverified: "The provider has not verified your email address. Without a verified address we create no account.",
      other: "You have confirmed with another account than the one you are signed in with here.",
    },
    atProvider: (name) => `Sign out of ${name} as well`,
  },
  secondStep: {
    title: "Enter a code",
    lead: "Your account asks for a second proof.",
    submit: "Sign in",
    refused: "The code is wrong, has expired or has been used already.",
    lost: "Have you neither the app nor a recovery code? Then a new password does not help. Get in touch with whoever runs this installation.",
    toOperator: "To the imprint",
  },
  signUp: {
    title: "Create an account",
    lead: "We will send you a link with which you choose a password.",
    facts: [
      "An account is optional. You can assess without one.",
      "We store your email address, your password in unreadable form, and where you are signed in.",
      "You can delete the account at any time.",
    ],
    submit: "Send me a link",
  },
  reset: {
    title: "Forgotten password",
    lead: "We will send you a link with which you set a new password. Whatever your account opens stays.",
    submit: "Send me a link",
  },
  sent: {
    signUp:
      "Check your mailbox: an email will arrive within a few minutes. The link in it works once, within 24 hours. If nothing arrives, look in your spam folder.",
    reset:
      "If there is an account with this address, an email will arrive within a few minutes. The link in it works once, within an hour. If nothing arrives, look in your spam folder.",
    address: "We have sent a link to the new address. It works for an hour. The new address counts once you open the link and confirm.",
  },
  linkPage: {
    signUpTitle: "Password for your new account",
    resetTitle: "New password",
    addressTitle: "Confirm the new address",
    of: (address) => `For ${address}.`,
    signUpSubmit: "Create account",
    resetSubmit: "Set password",
    resetHint: "After that you are signed out on all devices.",
    addressSubmit: "Use this address from now on",
    over: { title: "This link no longer works", text: "It has been used already or has expired. Ask for a new one." },
    taken: "By now another account has this address.",
  },
  page: {
    title: "Your account",
    as: (address) => `Signed in as ${address}.`,
    signOut: "Sign out",
    holdsTitle: "My assessments and workspaces",
    holdsText:
      "They open on every device on which you are signed in. While you are signed in, whatever you begin or open by a link is added.",
    holdsNone: "There is nothing in your account yet. Begin an assessment, or open a link.",
    assessments: "Assessments",
    mappen: "Workspaces",
    may: { edit: "edit", check: "check", read: "read" },
    drop: "Take out of the account",
    dropOne: (name) => `Take out of the account: ${name}`,
    dropHint: "This deletes nothing. But without the link you cannot get back to it.",
    elsewhere: (count) =>
      count === 1
        ? "One assessment or workspace opens in this browser only, not with your account."
        : `${count} assessments and workspaces open in this browser only, not with your account.`,
    takeOver: "Move to my account",
    takeOverHint: "After that, this browser no longer opens them unless you are signed in. Their links still work.",
    sessionsTitle: "Signed in on",
    thisOne: "this browser",
    unknownBrowser: "Unknown browser",
    session: (begun, seen) => `since ${begun}, last seen ${seen}`,
    end: "Sign out",
    endOne: (browser) => `Sign out ${browser}`,
    endOthers: "Sign out all others",
    wayTitle: "How you sign in",
    changePassword: "Change password",
    setPassword: "Set a password",
    changeAddress: "Change email address",
    codesOn: "With a code as well: on",
    codesOff: "With a code as well: off",
    codesChange: "Set up or change codes",
    dataTitle: "Your data",
    download: "Download everything we store about your account (JSON)",
    remove: "Delete account …",
    idle: (months) => `We delete an account with which nobody signs in for ${months} months.`,
    saved: {
      address: "Your new address is set. Use it to sign in from now on.",
      password: "Your new password is set. You are signed out on all other devices.",
      ended: "Signed out.",
      taken: "Moved to your account.",
      dropped: "Taken out of your account.",
      confirmed: "Thank you. You can now change what you wanted to.",
      "codes-off": "Nobody asks for a code at sign-in any more.",
    },
  },
  confirm: {
    title: "Please confirm that it is you",
    lead: "Before anything about your account changes, we ask again.",
    submit: "Confirm",
    refused: "The password or the code is wrong.",
    provider: (name) => `Confirm with ${name}`,
  },
  changePassword: {
    title: "Change password",
    lead: "After that you are signed out on all other devices.",
    next: "New password",
    submit: "Change password",
  },
  changeAddress: {
    title: "Change email address",
    lead: (address) => `So far: ${address}. The new address counts once you confirm the link that we send to it.`,
    next: "New email address",
    submit: "Send a link to the new address",
  },
  codes: {
    title: "Sign in with a code",
    lead: "With a code from an app, nobody who knows only your password gets into your account.",
    steps: "Open an app for one-time codes (TOTP) on your phone and scan this picture.",
    picture: "QR code for your app",
    openHere: "The app is on this device: open it there",
    secret: "Or type in this key:",
    first: "Code from the app",
    firstHint: "Six digits. This shows us that it works.",
    on: "Turn codes on",
    wrong: "The code is wrong. Check the clock of your phone, and use the latest code.",
    isOn: "We ask for a code when you sign in.",
    left: (count) => (count === 1 ? "You have one recovery code left." : `You have ${count} recovery codes left.`),
    renew: "New recovery codes",
    off: "Turn codes off",
    recoveryTitle: "Your recovery codes",
    recoveryText: "In case you lose your phone: each of these codes works once. Print them or write them down. We show them only now.",
    done: "I have noted them",
  },
  remove: {
    title: "Delete account",
    text: (address) => `We delete the account ${address} with everything that is stored about it.`,
    stays: (count) =>
      count === 0
        ? "There are no assessments or workspaces in it."
        : count === 1
          ? "One assessment or workspace stays. It opens by its link and in this browser."
          : `${count} assessments and workspaces stay. They open by their links and in this browser.`,
    others: "Whoever else may open them still may.",
    invited:
      "You have no link to a workspace that you were invited to: after that it opens in this browser only. Your name stays there until you are taken out of the workspace; ask for that first.",
    shared: "If this is not your own device, note the links first, and take assessments and workspaces out of the account.",
    confirm: "Yes, delete the account for good",
    cancel: "No, go back",
  },
  invitation: {
    title: "Invitation to a workspace",
    text: (name, right) => `Workspace “${name}”: you may ${right}.`,
    accept: "Add to my account",
    over: {
      title: "This invitation no longer works",
      text: "It has been accepted already, was taken back or has expired. Ask for a new one.",
    },
    as: (address) => `You are signed in as ${address}. Only this account gets the workspace.`,
  },
  ofMappe: {
    title: "People with an account",
    text: "Invite an email address. The link in the invitation works once, within 14 days. It lets people who are signed in add the workspace to their account.",
    submit: "Invite",
    ownerHint: "everything, inviting people and deleting the workspace included",
    byAccount: "by account",
    until: (day) => `invited until ${day}`,
    renew: "Invite again",
    renewOne: (name) => `Invite again: ${name}`,
    remove: "Take access back",
    removeOne: (name) => `Take access back from ${name}`,
    invited: (address, isMailed) =>
      isMailed ? `We have sent the invitation to ${address}. You can also hand on the link yourself:` : `Give ${address} this link:`,
    link: "Invitation, works once",
    beside: "You were invited to this workspace. The link with all rights is with whoever created it.",
  },
  /** Sentences of the privacy page that depend on whether there are accounts. */
  privacy: {
    noMoreCookies: "There are no other cookies.",
    moreCookies: "There are others only if you sign in; see “Accounts”.",
  },
  mails: {
    "sign-up": {
      subject: "KI-Pegel: your account",
      text: (url, origin) =>
        `Hello,\n\nsomebody wants to create an account for this address on ${origin}. Choose a password here:\n\n${url}\n\nThe link works once, within 24 hours. If this was not you, do nothing: no account will be created.\n`,
    },
    taken: {
      subject: "KI-Pegel: you already have an account",
      text: (url, origin) =>
        `Hello,\n\nsomebody wanted to create an account for this address on ${origin}, or to use it for another account. But you already have one. If you have forgotten the password, set a new one here:\n\n${url}\n\nThe link works once, within an hour. If this was not you, do nothing: nothing will change.\n`,
    },
    reset: {
      subject: "KI-Pegel: new password",
      text: (url, origin) =>
        `Hello,\n\nsomebody has asked for a new password for your account on ${origin}. Set it here:\n\n${url}\n\nThe link works once, within an hour. If this was not you, do nothing: nothing will change.\n`,
    },
    address: {
      subject: "KI-Pegel: please confirm your new address",
      text: (url, origin) =>
        `Hello,\n\nthis address is to belong to an account on ${origin} from now on. Confirm that here:\n\n${url}\n\nThe link works once, within an hour. If this was not you, do nothing: nothing will change.\n`,
    },
    changed: {
      subject: "KI-Pegel: something about your account has changed",
      what: {
        password: "The password was changed.",
        address: "The account now has another email address. We will not write to this one any more.",
        deleted: "The account was deleted. Assessments and workspaces stay and open by their links.",
        "codes-on": "We now ask for a code as well at sign-in.",
        "codes-off": "We no longer ask for a code at sign-in.",
        provider: "The account can now also be used by signing in at this installation’s identity provider.",
      },
      text: (what, url) =>
        `Hello,\n\n${what}\n\nWas this not you? Set a new password under “Forgotten password”, and get in touch with whoever runs this installation.\n\n${url}\n`,
      lastText: (what, url) =>
        `Hello,\n\n${what}\n\nWas this not you? Get in touch at once with whoever runs this installation:\n\n${url}\n`,
    },
    invitation: {
      subject: "KI-Pegel: invitation to a workspace",
      text: (url, origin) =>
        `Hello,\n\nsomebody invites you to a workspace on ${origin}. Sign in and add it to your account:\n\n${url}\n\nIf you have no account yet, create one first, then open the link once more. It works once, within 14 days. If you know nobody who would invite you, do nothing.\n`,
    },
    idle: {
      subject: "KI-Pegel: we will soon delete your account",
      text: (days, url) =>
        `Hello,\n\nnobody has signed in with your account for a long time. We will delete it in ${days} days. Your assessments and workspaces stay and open by their links.\n\nIf you want to keep the account, sign in before then: ${url}\n`,
    },
  },
};
