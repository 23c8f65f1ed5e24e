/**
 * What is wrong with an installation, and how to mend it. Three steps that know nothing of each
 * other: a survey gathers what configuration, brokers and records say; each check judges that and
 * finds; the report prints. Only the survey talks to Kafka, and it changes nothing there.
 */
package io.kairos.local.doctor;
