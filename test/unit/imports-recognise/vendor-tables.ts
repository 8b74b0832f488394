import { aTable } from './tables.ts'

/** Small tables in the layouts the vendors document, with made-up contents. */

const genesysAgentPerformance = aTable(
  'Interval Start,Interval End,Interval Complete,Filters,Media Type,Agent Id,Agent Name,Handle,Avg Handle,Avg Talk,Avg Hold,Avg ACW,Total Handle,Total Talk,Total Hold,Total ACW',
  [
    '2026-03-02T00:00|2026-03-09T00:00|true||voice|8a1f-01|Ada Moreno|120|301500|240000|12000|49500|36180000|28800000|1440000|5940000',
    '2026-03-02T00:00|2026-03-09T00:00|true||voice|8a1f-02|Ben Okafor|98|355000|280000|25000|50000|34790000|27440000|2450000|4900000',
    '2026-03-02T00:00|2026-03-09T00:00|true||voice|8a1f-03|Chloe Martin|0||||||||',
  ],
)

const genesysAgentStatus = aTable(
  'Interval Start,Interval End,Interval Complete,Filters,Agent Id,Agent Name,Logged In,On Queue,Idle,Off Queue,Interacting',
  [
    '2026-03-02T00:00|2026-03-03T00:00|true||8a1f-01|Ada Moreno|28800000|25200000|5400000|3600000|19800000',
    '2026-03-02T00:00|2026-03-03T00:00|true||8a1f-02|Ben Okafor|27000000|21600000|3600000|5400000|18000000',
  ],
)

const genesysInteractions = aTable(
  'Full Export Completed,Partial Result Timestamp,Filters,Users,Date,Initial Direction,First Queue,Conversation ID,Total Talk,Total Hold,Total ACW,Wrap-up',
  [
    'NO|2026-03-04T10:00||Ada Moreno|3/4/26 9:15 AM|Inbound|Billing|c-1001|240000|0|31000|Resolved',
    'NO|2026-03-04T10:00||Ben Okafor|3/14/26 1:05 PM|Inbound|Support|c-1002|305000|15000|44000|Follow up',
  ],
)

const genesysAdherence = aTable(
  'userId,managementUnitId,startDate,endDate,adherencePercentage,conformancePercentage,impact,adherenceScheduleSecs,conformanceScheduleSecs,conformanceActualSecs,exceptionDurationSecs',
  [
    'u-1|mu-7|2026-03-02T00:00:00Z|2026-03-03T00:00:00Z|93.75|101.2|Negative|28800|25200|25502|1800',
    'u-2|mu-7|2026-03-02T00:00:00Z|2026-03-03T00:00:00Z|100|NaN|None|28800|0|0|0',
  ],
)

const five9CallLog = aTable(
  'CALL ID,TIMESTAMP,CAMPAIGN,CALL TYPE,AGENT,AGENT NAME,DISPOSITION,ANI,CUSTOMER NAME,DNIS,CALL TIME,BILL TIME (ROUNDED),COST,IVR TIME,QUEUE WAIT TIME,RING TIME,TALK TIME,HOLD TIME,PARK TIME,AFTER CALL WORK TIME,TRANSFERS,CONFERENCES,HOLDS,ABANDONED,RECORDINGS',
  [
    '300000000001|Thu, 27 Oct 2016 14:51:34|Sales|Inbound|ada@example.com|Ada Moreno|Resolved|4155550101|Kim Lee|8005550100|00:05:12|00:06:00|$0.12|00:00:20|00:00:31|00:00:04|00:04:05|00:00:32|00:00:00|00:00:45|1|0|1|0|',
    '300000000002|Thu, 27 Oct 2016 15:02:10|Sales|Inbound|[None]|[None]|Abandon|4155550102|[None]|8005550100|00:01:12|00:02:00|$0.04|00:00:20|00:00:52|00:00:00|00:00:00|00:00:00|00:00:00|00:00:00|0|0|0|1|',
    '300000000003|Fri, 28 Oct 2016 09:00:00|[Deleted]|Outbound|ben@example.com|Ben Okafor|No Answer|4155550103||8005550100|00:00:45|00:01:00|$0.02|00:00:00|00:00:00|00:00:20|00:00:00|00:00:00|00:00:00|00:00:05|0|0|0|0|',
  ],
)

const five9AgentSummary = aTable(
  'AGENT NAME,LOGIN TIME,NOT READY TIME,Average NOT READY TIME,NOT READY TIME count,AVAILABLE TIME (LOGIN LESS NOT READY),CALLS count,ON CALL TIME,Average ON CALL TIME,TALK TIME,Average TALK TIME,AFTER CALL WORK TIME,Average AFTER CALL WORK TIME',
  [
    'Ada Moreno|38:12:04|05:10:00|00:12:24|25|33:02:04|210|22:10:10|00:06:20|19:00:00|00:05:26|02:55:00|00:00:50',
    'Ben Okafor|36:00:00|07:00:00|00:14:00|30|29:00:00|180|20:00:00|00:06:40|18:00:00|00:06:00|03:00:00|00:01:00',
    'Total|74:12:04|12:10:00|00:13:16|55|62:02:04|390|42:10:10|00:06:29|37:00:00|00:05:42|05:55:00|00:00:55',
  ],
)

const talkdeskCallsOld = aTable(
  'interaction_id,call_type,start_time,end_time,talkdesk_phone_number,customer_phone_number,talk_time,record,hangup,in_business_hours?,callback_from_queue?,waiting_time,agent_speed_to_answer,holding_time,rating,description,agent_name,phone_display_name,disposition_code,transfer?,handling_agent,tags,ivr_options,csat_score,csat_survey_time,team,rating_reason,agent_disconnected',
  [
    'a1|inbound|2026-03-02 09:00:00|2026-03-02 09:05:00|+1800|+1555|0.000069444446|u|agent|yes|no|0.00011574074|0.0000578|0|5|Asked about the bill|Ada Moreno|Main|Resolved|no|Ada Moreno|||4|2026-03-02 10:00:00|Blue||yes',
    'a2|missed|2026-03-02 09:10:00|2026-03-02 09:11:00|+1800|+1556|0|u||yes|no|0.0006944444|||||Ben Okafor|Main||no||||||Blue||no',
    'a3|inbound|2026-03-03 09:10:00|2026-03-03 09:31:00|+1800|+1557|0.0125|u||yes|no|0.0006944444||0.0011574||Second call|Ben Okafor|Main|Open|yes|||||||Blue||no',
  ],
)

const talkdeskCallsNew = aTable(
  'call_id,callsid,type,start_at,end_at,talkdesk_phone_number,talkdesk_phone_display_name,contact_phone_number,user_id,user_name,user_email,total_time,talk_time,wait_time,hold_time,abandon_time,total_ringing_time,disposition_code,notes,user_voice_rating,ring_groups,ivr_options,is_in_business_hours,is_callback_from_queue,is_transfer,handling_user_id,handling_user_name,handling_user_email,recording_url,is_external_transfer,is_if_no_answer,is_call_forwarding,csat_score,csat_survey_time,team_id,team_name,rating_reason,agent_disconnected,data_status,disposition_set,nested_disposition',
  [
    'b1|CA01|inbound|2026-05-12T09:00:00Z|2026-05-12T09:06:10Z|+1800|Main|+1555|64aa|Ada Moreno|ada@example.com|370|310|25|35||12|Resolved|Wanted a refund|4|billing,care||true|false|false|64aa|Ada Moreno|ada@example.com|https://x/1|false|false|false|5|2026-05-12T10:00:00Z|t1|Blue|||valid||',
    'b2|CA02|abandoned|2026-05-12T09:10:00Z|2026-05-12T09:11:00Z|+1800|Main|+1556||||60|0|60|0|60|0||||billing||true|false|false|||||false|false|false|||||||valid||',
  ],
)

const talkdeskContacts = aTable(
  'Interaction ID;Contact ID;Company Number;Phone Display Name;Contact Person Number;External Phone Number (Forward);Direction;Contact Type;Started At;Wait Time;Time to Missed;Abandon Time;Short Abandon Time;Time to Voicemail;Ring Time;Connect Time;Answered At;Connected At;Talk Time;Hard Hold Time;Soft Hold Time;Hold Time;After Call Work Time;Finished At;Duration;Handle Time;Inside Business Hours (Yes / No);Inside Service Level (Yes /No);Within Service Level Threshold (Yes / No);Transfer Out (Yes/No);Transfer Out Type;Transfer In (Yes / No);Transfer In Type;Callback (Yes / No);Ring Groups;User Name;Direct Assignment User;Team Name;User ID;Direct Assignment IDs;Team ID;Handling Ring Groups;Disconnected By Agent;Last Contact (Yes / No);Data Status (Valid / Damaged)',
  [
    'i1|k1|+1800|Main|+1555||Inbound|Inbound|2026-03-02 09:00:00|00:00:25|||||00:00:05|00:00:02|2026-03-02 09:00:25|2026-03-02 09:00:27|00:04:00|00:00:10|00:00:20|00:00:30|00:00:40|2026-03-02 09:05:30|00:05:30|00:05:10|Yes|Yes|Yes|Yes|Blind|No||No|billing,care|Ada Moreno||Blue|64aa||t1|billing|Yes|No|Valid',
    'i1|k2|+1800|Main|+1555||Inbound|Inbound|2026-03-02 09:05:00|00:00:05|||||00:00:05|00:00:02|2026-03-02 09:05:25|2026-03-02 09:05:27|00:02:00|00:00:00|00:00:00|00:00:00|00:00:20|2026-03-02 09:07:30|00:02:30|00:02:20|Yes|Yes|Yes|No||Yes|Blind|No|care|Ben Okafor||Blue|64bb||t1|care|No|Yes|Valid',
  ],
  { separator: ';' },
)

const niceAdherence = aTable(
  'Agent,Scheduling Unit,In Adherence,In Adherence %,Out Adherence %,Conformance,Conformance %',
  [
    'Moreno, Ada|Unit A|1 day 13 hours 30 minutes|93.75|6.25|1 day 14 hours|95',
    'Okafor, Ben|Unit A|35 hours 5 minutes|87.7|12.3|1 day 12 hours|90',
  ],
  { separator: ',' },
)

const niceEvaluationDetails = aTable(
  'Master Contact,Agent ID,Agent,Team,Skill,Workflow Evaluation Type,Team ID,Workflow Status,Assigned By,Evaluation Flow Trigger,Evaluation Status,Reason,Workflow ID,Score',
  [
    '5001|101|Ada Moreno|Blue|Billing|Standard|7|Completed|QM|Manual|Submitted||w-1|88',
    '5002|102|Ben Okafor|Blue|Billing|Standard|7|Completed|QM|Manual|Submitted||w-2|71.5',
  ],
)

const niceEvaluationsOlder = aTable(
  'Agent,Agent ID,Assigned By,Auto Acknowledged,Average Score,Display Status,Dispute Resolver Comments,Evaluation Flow Trigger,Evaluator,Failed Critical Question,Form Name,Form Version',
  [
    'Ada Moreno|101|QM|No|88|Completed||Manual|Quinn Reyes|No|Voice QA|3',
    'Ben Okafor|102|QM|No|0|Completed||Manual|Quinn Reyes|Yes|Voice QA|3',
  ],
)

const niceIex = aTable(
  'Date|Agent ID|Agent Name|Scheduled Time|Actual Time|Time in Adherence|Adherence %|Conformance %',
  [
    '03/02/26|101|Ada Moreno|08:00|07:50|07:30|93.75|97.9',
    '03/13/26|101|Ada Moreno|08:00|08:05|07:45|96.88|101.0',
  ],
  { separator: '|', fileName: 'agentAdherenceSummary_031326_0600.txt' },
)

const liveVox = aTable(
  'Agent,Date,Scheduled Time,Actual Time,Active Time,Time in Adherence,Adherence %,Occupancy %,Utilization %,Conformance %',
  [
    'Ada Moreno|2026-03-02|8:00:00|7:50:00|7:10:00|7:30:00|93.75%|81.5%|77%|97.9%',
    'Ben Okafor|2026-03-02|8:00:00|0:00:00|0:00:00|0:00:00|0%|NaN%|NaN%|Infinity%',
  ],
)

const salesforceWem = aTable(
  'Agent Name,Date,TotalScheduledMinutes,TotalAdherenceMinutes,TotalPresenceMinutes,AdherencePercentage,ConformancePercentage',
  ['Ada Moreno|2026-03-02|480|450|470|93.75|97.9', 'Ben Okafor|2026-03-02|480|432|500|90|104.2'],
)

const brightPatternActivity = aTable(
  'login_id,first_name,last_name,team_name,start_time,activity,duration,detail,talk_time',
  [
    'amoreno|Ada|Moreno|Blue|2026-03-02 23:30:00|ready|1800||0',
    'amoreno|Ada|Moreno|Blue|2026-03-03 00:00:00|break|900|lunch|0',
  ],
)

const brightPatternEvaluations = aTable(
  'ID,RESULT_ID,AREA_NAME,QUESTION_NAME,OPTION_NAME,ORDER_IN_FORM,SCORE,COMMENT',
  [
    '1|r1|Opening|||1|100|',
    '2|r1|Opening|Greeted the customer|Yes|2|100|Warm',
    '3|r1|Opening|Verified identity|No|3|0|',
    '4|r2|Opening|Greeted the customer|Yes|2|100|',
  ],
)

const maestroQuestionScores = aTable(
  'answer_id,comment,gradable_id,is_na,normalized_score,question_id,raw_score,template_id',
  ['ans1|Well done|T-1|false|1|q1|5|tpl1', 'ans1||T-1|true||q2||tpl1', 'ans2||T-2|false|0.4|q1|2|tpl1'],
)

const maestroAnswers = aTable(
  'answer_id,answer_type,created_at,general_notes,gradable_id,gradee_id,grader_email,is_deleted,template_id,total_score,updated_at,reported_at,first_saved_at',
  [
    'ans1|GRADE|2026-03-02 10:00:00|Good call|T-1|agent-17|quinn@example.com|false|tpl1|92.5|2026-03-02 10:05:00||',
    'ans2|GRADE|2026-03-03 10:00:00||T-2|agent-18|quinn@example.com|false|tpl1|61|2026-03-03 10:05:00||',
  ],
)

const talkdeskQm = aTable(
  'Agent,Agent Email,Agent ID,Agent Name,Branch To,Evaluation Date/Time,Evaluation Element Text,Evaluation ID,Evaluation Max Score,Evaluation Obtained Score,Evaluation Version,Evaluator ID,Evaluator Name,Form ID,Form Name',
  [
    'Ada Moreno|ada@example.com|64aa|Ada Moreno||2026-03-02 10:00:00|Greeted the customer|e1|5|5|2|u9|Quinn Reyes|f1|Voice QA',
    'Ada Moreno|ada@example.com|64aa|Ada Moreno||2026-03-02 10:00:00|Verified identity|e1|10|4|2|u9|Quinn Reyes|f1|Voice QA',
    'Ben Okafor|ben@example.com|64bb|Ben Okafor||2026-03-03 10:00:00|Greeted the customer|e2|5|0|2|AI Scored Evaluation||f1|Voice QA',
  ],
)

const sprinklr = aTable(
  'Case Number,Agent Name,Evaluator,Evaluation Date,Total Score,Greeting (Voice QA),Greeting Score (Voice QA),Greeting Weightage (Voice QA),Greeting Score (Disputed) (Voice QA),Empathy (Voice QA),Empathy Score (Voice QA),Empathy Weightage (Voice QA),Empathy Score (Disputed) (Voice QA)',
  [
    '90001|Ada Moreno|Quinn Reyes|2026-03-02|80|Yes|100|40||Partially|50|60|',
    '90002|Ben Okafor|Quinn Reyes|2026-03-13|40|No|0|40||Partially|50|60|',
  ],
)

const scorebuddy = aTable(
  'Evaluation ID,Agent,Evaluator,Evaluation Date,Category,Question,Answer,Answer Score,Max Score,Answer Fails All?,Answer Fails Section?,Below Target?,Calibration,Calibrator,Overall Score',
  [
    'sb1|Ada Moreno|Quinn Reyes|2026-03-02|Opening|Greeted the customer|Yes|5|5|No|No|No|No||75',
    'sb1|Ada Moreno|Quinn Reyes|2026-03-02|Security|Verified identity|No|0|10|Yes|No|Yes|No||75',
    'sb2|Ben Okafor|Quinn Reyes|2026-03-14|Opening|Greeted the customer|Yes|5|5|No|No|No|No||90',
  ],
)

const zendeskCsat = aTable(
  'id,assignee_id,group_id,requester_id,ticket_id,score,comment,reason,reason_code,created_at,updated_at,url',
  [
    '35436|135|44|7881|208|good|Awesome support!|||2026-03-02T09:00:00Z|2026-03-02T09:00:00Z|https://x/35436',
    '35437|136|44|7882|209|bad||Took too long|6|2026-03-02T10:00:00Z|2026-03-02T10:00:00Z|https://x/35437',
    '35438|136|44|7883|210|offered||||2026-03-02T11:00:00Z|2026-03-02T11:00:00Z|https://x/35438',
  ],
)

const qualtrics = {
  fileName: 'survey.csv',
  columns:
    'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1: How satisfied were you with our service?,Q2: How likely are you to recommend us?,Q3: Tell us more,agent_id'.split(
      ',',
    ),
  headerRows: [
    'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2,Q3,agent_id'.split(
      ',',
    ),
    'Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,How satisfied were you with our service?,How likely are you to recommend us?,Tell us more,agent_id'.split(
      ',',
    ),
  ],
  rows: [
    '2026-03-02 08:28:09|2026-03-02 08:28:48|0|192.0.2.1|100|38|1|2026-03-02 08:28:48|R_1|||||47.1|7.2|email|EN|Very satisfied|10|Kept me posted at every step|a-17'.split(
      '|',
    ),
    '2026-03-02 09:28:09|2026-03-02 09:28:48|0|192.0.2.2|100|38|1|2026-03-02 09:28:48|R_2|||||47.1|7.2|email|EN|Somewhat dissatisfied|3|Had to call twice|a-18'.split(
      '|',
    ),
  ],
}

const surveyMonkey = {
  fileName: 'survey.csv',
  columns: [
    'Respondent ID',
    'Collector ID',
    'Start Date',
    'End Date',
    'IP Address',
    'Email Address',
    'First Name',
    'Last Name',
    'Custom Data 1',
    'Overall, how satisfied were you?',
    'Was your issue resolved?',
    'Which agent helped you? - Agent name',
    'Any other comments?',
  ],
  headerRows: [
    [
      'Respondent ID',
      'Collector ID',
      'Start Date',
      'End Date',
      'IP Address',
      'Email Address',
      'First Name',
      'Last Name',
      'Custom Data 1',
      'Overall, how satisfied were you?',
      'Was your issue resolved?',
      'Which agent helped you?',
      'Any other comments?',
    ],
    ['', '', '', '', '', '', '', '', '', 'Response', 'Response', 'Agent name', 'Open-Ended Response'],
  ],
  rows: [
    '11223344|99|03/02/2026 10:15:00 AM|03/02/2026 10:16:10 AM|192.0.2.1|||| C-1001|Very satisfied|Yes|Ada Moreno|Quick and kind\nthank you'
      .split('|')
      .map((cell) => cell.trim()),
    '11223345|99|03/14/2026 10:15:00 AM|03/14/2026 10:16:10 AM|192.0.2.1||||C-1002|Dissatisfied|No|Ben Okafor|'.split(
      '|',
    ),
  ],
}

const delighted = aTable(
  'id,person,survey_type,score,comment,permalink,created_at,updated_at,person_properties.agent_email,tags',
  [
    '501|3001|nps|9|Great|https://x/1|1772442000|1772442000|ada@example.com|',
    '502|3002|nps|2||https://x/2|1772445600|1772445600|ben@example.com|',
  ],
)

const medallia = aTable(
  'request_id,request_sent_at,request_delivery_status,response_received_at,star_rating,comments,reward_name,areas_for_improvement,additional_question_response,ext_interaction_id,external_url,channel,tags,brand,customer_name,request_sent_to,employee_first_name,employee_last_name,employee_email,employee_custom_id,employee_status,employee_employment_status,employee_start_date,team_leader',
  [
    'rq1|2026-03-02T09:00:00Z|delivered|2026-03-02T09:30:00Z|5|Lovely|||| c-1001||voice|||Kim Lee|kim@example.com|Ada|Moreno|ada@example.com|101|active|full|2024-01-01|Sam Diaz',
    'rq2|2026-03-02T09:00:00Z|delivered|||||||c-1002||voice|||Lou Day|lou@example.com|Ben|Okafor|ben@example.com|102|active|full|2025-01-01|Sam Diaz',
  ],
)

const talkdeskFeedback = aTable(
  'Date & Time,Interaction ID,Flow Name,Component ID,Component Name,Component Type,Component Text,Response,Is KPI,Pertains to Agent,Recording URL,Agent Name,Respondent Phone Number,Talkdesk Phone Number,Ring Group,Team Name,Interaction Direction,Survey Channel',
  [
    '2026-03-02 09:30:00|i1|After call|c1|csat|rating|How did we do?|5|Yes|Yes||Ada Moreno|+1555|+1800|billing|Blue|Inbound|SMS',
    '2026-03-02 09:31:00|i2|After call|c1|csat|rating|How did we do?|2|Yes|Yes||Ben Okafor|+1556|+1800|billing|Blue|Inbound|SMS',
    '2026-03-02 09:32:00|i3|After call|c1|csat|rating|How did we do?|4|Yes|Yes||Ben Okafor|+1557|+1800|billing|Blue|Inbound|SMS',
    '2026-03-02 09:33:00|i4|After call|c1|csat|rating|How did we do?|4|Yes|Yes||Ben Okafor|+1558|+1800|billing|Blue|Inbound|SMS',
    '2026-03-02 09:33:00|i4|After call|c2|comment|text|Tell us why|Very patient|No|Yes||Ben Okafor|+1558|+1800|billing|Blue|Inbound|SMS',
    '2026-03-02 09:32:00|i3|After call|c2|comment|text|Tell us why|Took two calls|No|Yes||Ben Okafor|+1557|+1800|billing|Blue|Inbound|SMS',
  ],
)

/** All of them by name. */
export const VENDOR_TABLES = {
  genesysAgentPerformance,
  genesysAgentStatus,
  genesysInteractions,
  genesysAdherence,
  five9CallLog,
  five9AgentSummary,
  talkdeskCallsOld,
  talkdeskCallsNew,
  talkdeskContacts,
  niceAdherence,
  niceEvaluationDetails,
  niceEvaluationsOlder,
  niceIex,
  liveVox,
  salesforceWem,
  brightPatternActivity,
  brightPatternEvaluations,
  maestroQuestionScores,
  maestroAnswers,
  talkdeskQm,
  sprinklr,
  scorebuddy,
  zendeskCsat,
  qualtrics,
  surveyMonkey,
  delighted,
  medallia,
  talkdeskFeedback,
}
